"""The joints of a region that nothing moves yet, folded into one line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.card.links import capital
from app.ui.posture.joint_block import JointBlock


class RegionFold(QWidget):
    """A line that opens; what stands in it stays there until it is folded again, also when it is moved."""

    toggled = Signal()

    def __init__(self, region: str) -> None:
        super().__init__()
        self.region = region
        self.button = QToolButton()
        self.button.setText(capital(region))
        self.button.setObjectName("fold")
        self.button.setProperty("quiet", True)
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setAccessibleName(f"{capital(region)}: more joints")
        self.button.setToolTip(f"The other joints of this part: {region}")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.toggled.connect(self._turn)

    @property
    def is_open(self) -> bool:
        """Whether its joints are to be seen."""
        return self.button.isChecked()

    def holds(self, block: JointBlock) -> bool:
        """Whether a joint stands in it."""
        return self.column.indexOf(block) >= 0

    def take(self, block: JointBlock) -> None:
        """Let a joint stand in it, below the others."""
        self.column.addWidget(block)
        block.show()

    def _turn(self, opened: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.toggled.emit()
