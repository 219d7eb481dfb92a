"""The posture panel: how far the patterns go, a slider for each joint in use, the others folded, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.model.knowledge import Atlas
from app.model.posture import ORDER, JointCard
from app.state.posture import FARTHEST
from app.ui.flow import FlowLayout
from app.ui.icons import icon, icon_size
from app.ui.late import least_width
from app.ui.posture.figures import Figures
from app.ui.posture.joint_block import ROOMY, JointBlock, Stands, names_of
from app.ui.posture.number_field import NumberField
from app.ui.posture.region_fold import RegionFold
from app.ui.posture.scale import Scale, ScaleSlider
from app.ui.theme import PALETTES, Palette, grown

MARGIN = 16
"""Between the edge and what stands in the panel, px."""
LOWEST = 96
"""The joints, and the figures below them, are at least so high, px."""
EMPTY = "Choose a pattern, or open a part of the body below and move its joints."


class PosturePanel(QWidget):
    """It shows what it is told and reports what the hand does; it knows neither the session nor the body."""

    tried = Signal(object)
    """Values by joint while they are dragged."""
    chosen = Signal(object)
    freed = Signal(object)
    """Names of joints."""
    extent_tried = Signal(float)
    extent_chosen = Signal(float)
    reset = Signal()
    neutral = Signal()
    followed = Signal(str)
    pointed = Signal(str)
    plots_asked = Signal()
    views_asked = Signal()
    """The posture is to be seen from where it is seen best."""
    shut = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._palette = PALETTES["light"]
        self._atlas = Atlas()
        self._stands = Stands()
        self._placed: tuple[object, ...] = ()
        self.blocks: dict[str, JointBlock] = {}
        self.folds: dict[str, RegionFold] = {}
        self.extent = ScaleSlider("How far the posture goes, per cent", Scale(0.0, FARTHEST, 100.0, 1.0, 5.0))
        self.extent.setToolTip("How far the body goes of what the patterns say. Arrows: 5, with Shift 25 · 0: 100 %")
        self.extent_number = NumberField("How far")
        self.as_said = QPushButton("As the patterns say")
        self.as_said.setToolTip("Free every joint that was set by hand, and go as far as the patterns say")
        self.to_neutral = QPushButton("Neutral body")
        self.to_neutral.setToolTip("Show the measured body; the patterns stay chosen")
        self.close_button = QToolButton()
        self.empty = QLabel(EMPTY)
        self.figures = Figures()
        self._far = QGridLayout()
        self._used, self._more = QVBoxLayout(), QVBoxLayout()
        self.area, self.below = QScrollArea(), QScrollArea()
        self._arrange()
        self._wire()
        # The keyboard begins here, and goes on to the first joint; Tab itself passes it by.
        self.area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.area)

    def show_atlas(self, atlas: Atlas) -> None:
        """Take over the joints."""
        for part in (*self.blocks.values(), *self.folds.values()):
            part.setParent(None)
            part.deleteLater()
        self._atlas, self.blocks, self.folds = atlas, {}, {}
        self.figures.show_atlas(atlas)
        for region in dict.fromkeys(card.region for card in atlas.joints.values()):
            fold = self.folds[region] = RegionFold(region)
            fold.toggled.connect(self._place)
            self._more.addWidget(fold)
        self._place()

    def show_stands(self, stands: Stands, extent: float) -> None:
        """Show where the joints stand (degrees or mm), and how far (per cent) the patterns go."""
        self._stands = stands
        self.extent.setEnabled(bool(stands.said))
        self.extent_number.setEnabled(bool(stands.said))
        self.extent.show_at(extent)
        self._write_extent()
        self.as_said.setEnabled(bool(stands.by_hand) or extent != self.extent.scale.origin)
        self.to_neutral.setEnabled(bool(stands.shown.values))
        self.figures.show_stands(stands, at_once=True)
        if (stands.said, stands.by_hand) == self._placed:
            self._show_values()
        else:
            self._place()

    def show_moving(self, stands: Stands) -> None:
        """Show where the joints stand on their way."""
        self._stands = stands
        self._show_values()
        self.figures.show_stands(stands)

    def show_theme(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.setMinimumWidth(least_width())
        self.extent.show_theme(palette)
        self.extent_number.show_theme()
        self.figures.show_theme(palette)
        self.close_button.setIcon(icon("close", palette.ink))
        self.close_button.setIconSize(icon_size())
        for block in self.blocks.values():
            block.show_theme(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the figures are laid out for the room that they have."""
        super().resizeEvent(event)
        self.figures.fit(self.width() - 2 * MARGIN)
        self._arrange_extent(self.width() - 2 * MARGIN < grown(ROOMY))

    def block(self, joint: str) -> JointBlock:
        """The block of a joint's card, made when it is first shown."""
        if joint not in self.blocks:
            block = self.blocks[joint] = JointBlock(self._atlas.joints[joint], self._atlas)
            block.show_theme(self._palette)
            block.tried.connect(self.tried)
            block.chosen.connect(self.chosen)
            block.freed.connect(self.freed)
            block.followed.connect(self.followed)
        return self.blocks[joint]

    def _place(self) -> None:
        """Set the joints in use above, the others into the parts of the body that are open."""
        place, self._placed = 0, (self._stands.said, self._stands.by_hand)
        for card in self._cards():
            place += self._put(card, place)
        for fold in self.folds.values():
            fold.setVisible(fold.is_open or any(not self._is_used(card) for card in self._cards() if card.region == fold.region))
        self.empty.setVisible(not place)
        shown = [block for card in self._cards() if (block := self.blocks.get(card.id)) and block.parentWidget()]
        for before, after in pairwise(_stops(self, shown)):
            QWidget.setTabOrder(before, after)
        self._show_values()

    def _put(self, card: JointCard, place: int) -> bool:
        """Set one joint where it belongs; whether that was the next place above."""
        fold, known, used = self.folds[card.region], self.blocks.get(card.id), self._is_used(card)
        if fold.is_open and known and fold.holds(known):
            return False
        if used:
            self._used.insertWidget(place, self.block(card.id))
            self.blocks[card.id].show()
        elif fold.is_open:
            fold.take(self.block(card.id))
        elif known:
            known.setParent(None)
        return used

    def _cards(self) -> Iterator[JointCard]:
        """The joints in the order of the body."""
        yield from sorted(self._atlas.joints.values(), key=_order)

    def _is_used(self, card: JointCard) -> bool:
        moved = {name for name, _ in self._stands.said}.union(self._stands.by_hand)
        return not moved.isdisjoint(names_of(card))

    def _show_values(self) -> None:
        for block in filter(QWidget.parentWidget, self.blocks.values()):
            block.show_stands(self._stands)

    def _write_extent(self) -> None:
        at = self.extent.at
        self.extent_number.show_text(f"{at:g} %")
        self.extent.setAccessibleDescription(f"{at:g} per cent of what the patterns say")

    def _try_extent(self, percent: float) -> None:
        self._write_extent()
        self.extent_tried.emit(percent)

    def _give_up_extent(self) -> None:
        self._write_extent()
        self.extent_chosen.emit(self.extent.at)

    def _free_extent(self) -> None:
        self.extent_chosen.emit(self.extent.scale.origin)

    def _wire(self) -> None:
        self.extent.tried.connect(self._try_extent)
        self.extent.chosen.connect(self.extent_chosen)
        self.extent.freed.connect(self._free_extent)
        self.extent.given_up.connect(self._give_up_extent)
        self.extent.typing.connect(self.extent_number.begin)
        self.extent_number.typed.connect(self.extent_chosen)
        self.extent_number.left.connect(self.extent.setFocus)
        self.as_said.clicked.connect(self.reset)
        self.to_neutral.clicked.connect(self.neutral)
        self.close_button.clicked.connect(self.shut)
        self.figures.muscles.followed.connect(self.followed)
        self.figures.muscles.pointed.connect(self.pointed)
        self.figures.muscles.plots_asked.connect(self.plots_asked)
        self.figures.measures.linkActivated.connect(self.followed)
        self.figures.best_view.linkActivated.connect(self.views_asked)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(1)
        for area, inside in ((self.area, self._joints()), (self.below, self.figures)):
            _fill(area, inside)
            halves.addWidget(area)
        halves.setSizes([1, 1])
        column.addWidget(halves, 1)

    def _head(self) -> QVBoxLayout:
        title = QLabel("Posture")
        title.setObjectName("part_title")
        self.close_button.setProperty("quiet", True)
        self.close_button.setAccessibleName("Close the posture panel")
        self.close_button.setToolTip("Close (Ctrl+J)")
        head, line = QVBoxLayout(), QHBoxLayout()
        head.setContentsMargins(MARGIN, 8, MARGIN - 4, 8)
        head.setSpacing(4)
        line.addWidget(title, 1)
        line.addWidget(self.close_button)
        head.addLayout(line)
        self._far.setContentsMargins(0, 0, 4, 0)
        self._far.setHorizontalSpacing(4)
        self._far.setVerticalSpacing(0)
        self._far.setColumnStretch(1, 1)
        self._far.addWidget(QLabel("How far"), 0, 0)
        self._far.addWidget(self.extent_number, 0, 2)
        self._far.addWidget(self.extent, 0, 1)
        head.addLayout(self._far)
        buttons = QWidget()
        flow = FlowLayout(buttons, 4)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.as_said, self.to_neutral):
            button.setObjectName("compact")
        flow.addWidget(self.as_said)
        flow.addWidget(self.to_neutral)
        head.addWidget(buttons)
        return head

    def _arrange_extent(self, in_two: bool) -> None:
        """Let the slider stand below its name where there is little room."""
        self._far.addWidget(self.extent, int(in_two), 0 if in_two else 1, 1, 3 if in_two else 1)

    def _joints(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.empty.setWordWrap(True)
        self.empty.setObjectName("quiet")
        more = QLabel("More joints")
        more.setObjectName("part_head")
        more.setIndent(0)
        more.setContentsMargins(0, 8, 0, 4)
        self._more.setSpacing(0)
        self._used.setSpacing(4)
        column.addWidget(self.empty)
        column.addLayout(self._used)
        column.addWidget(more)
        column.addLayout(self._more)
        column.addStretch(1)
        return inside


def _stops(panel: PosturePanel, shown: Iterable[JointBlock]) -> Iterator[QWidget]:
    """Where the keyboard stops, as one reads: joints come and go, and Qt goes by when they were made."""
    yield from (panel.close_button, panel.extent, panel.extent_number, panel.as_said, panel.to_neutral, panel.area)
    blocks = tuple(shown)
    yield from (stop for block in blocks if not panel.folds[block.card.region].holds(block) for stop in block.stops())
    for fold in panel.folds.values():
        yield fold.button
        yield from (stop for block in blocks if fold.holds(block) for stop in block.stops())
    figures = panel.figures
    yield from (figures.best_view, figures.measures, *figures.muscles.texts, figures.muscles.more)


def _fill(area: QScrollArea, inside: QWidget) -> None:
    """Let an area of the panel scroll what stands in it, with the panel's margins."""
    inside.setContentsMargins(MARGIN, 8, MARGIN - 4, MARGIN)
    inside.setObjectName("posture_body")
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setMinimumHeight(LOWEST)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _order(card: JointCard) -> int:
    return min(ORDER[name] for name in names_of(card))
