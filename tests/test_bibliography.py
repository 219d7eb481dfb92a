"""Each source can really be found, and says what was read of it."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.cache import content
from app.model.basic import Source

SOURCES = content().atlas.sources
NO_WORK = ("project", "none")
PAGES = ("web page", "reference")
REPOSTED = ("scribd.", "docplayer.", "vdocuments.", "studylib.", "fitness-vip.", "thefatlossfactors.")

KNOWN = {
    "aafp_radiculopathy_2010": "author",
    "aaot_coria_shin": "year",
    "aapmr_posterolateral_hip": "title",
    "accessmedicine_hip_osteoarthritis": "title",
    "atms_2023_smartphone": "title",
    "bnssg_stenosis": "year",
    "cedars_sinai_sacroiliac": "title",
    "cooperstein_2009_torsion": "author",
    "dale_innominate": "title, year",
    "day_1984": "author",
    "essential_somatics_sma": "title",
    "ferrario_2002": "author",
    "green_subtle_cavovarus": "year",
    "hamstring_stretch_posture": "author, year",
    "hamstring_tightness_2017": "author",
    "hip_extension_posture_1990": "author",
    "hip_flexion_korea_2006": "author",
    "hip_strength_valgus_review": "author",
    "humanitas_meralgia": "title",
    "ios_bmr230054": "author, year",
    "isman_inman_1969": "year",
    "leg_axis_2012": "title, author",
    "lmunet_thoracic_rotation_2023": "title, author",
    "lsu_691": "year",
    "lumbar_curve_627": "title, author, year",
    "mailplus_latissimus": "title",
    "manoli_graham_2005": "doi or url",
    "naseri_2010": "title",
    "nhs_lothian_lumbar_red_flags": "year",
    "oakley_2024": "title",
    "ochsner_sij_table": "year",
    "openstax_m45990": "year",
    "openstax_m46398": "year",
    "openstax_m46487": "year",
    "outlet_physiotherapy_2020": "author",
    "oxford_owd": "title, year",
    "paperexplained_school_screening": "author, year",
    "patterns_of_pain_2019": "title, author",
    "payne_2003": "doi or url",
    "peekaboo_heel": "author, year",
    "pelvic_tilt_geometry": "author, year",
    "physiotec_hamstring": "title",
    "pierce_lee_1990": "author",
    "pmc_2732247": "author",
    "pmc_3362983": "title, author, year",
    "pubmed_10802434": "author",
    "pubmed_26255334": "year",
    "pubmed_32829944": "author",
    "pubmed_8866271": "author",
    "rathleff_2012": "author",
    "researcher_life_ely": "author, year",
    "researcher_life_hip_rotation_runners": "author",
    "researcher_life_thoracic_extension": "year",
    "sanders_2014_outlet": "author",
    "smj_968": "author, year",
    "squat_women_men": "title, author, year",
    "sshr_99692": "author, year",
    "statpearls_trigger_points": "title",
    "sternoclavicular_exedulab": "title, author",
    "thoracic_apex_885": "title, author, year",
    "thoracic_curve_373": "author, year",
    "tricountyortho_flatfoot": "title",
    "valgus_strategies": "title, author, year",
    "vasavada_1998": "title",
    "vroomen_2002_history": "doi or url",
    "world_physio_forward_head": "year",
}
"""What was looked for in vain, or not yet; the work itself is found by what the entry does give."""


def missing(source: Source) -> Iterator[str]:
    """What nobody could do without who looks for the work."""
    if not source.title:
        yield "title"
    if not source.author:
        yield "author"
    if not source.read:
        yield "read"
    if source.letter is None:
        if not source.year and source.kind not in PAGES:
            yield "year"
        if not source.doi and not source.url:
            yield "doi or url"


def works() -> Iterator[Source]:
    return (source for source in SOURCES.values() if source.kind not in NO_WORK)


def test_each_work_has_what_it_takes_to_find_it() -> None:
    lacking = {source.id: set(missing(source)) - set(KNOWN.get(source.id, "").split(", ")) for source in works()}
    assert not {id_: what for id_, what in lacking.items() if what}


def test_no_address_is_a_reposted_copy_or_shortened() -> None:
    assert not {source.id: source.url for source in works()
                if source.url and ("..." in source.url or any(host in source.url for host in REPOSTED))}


def test_no_two_entries_name_the_same_work_by_its_doi() -> None:
    dois: dict[str, list[str]] = {}
    for source in works():
        if source.doi:
            dois.setdefault(source.doi.lower(), []).append(source.id)
    assert not {doi: ids for doi, ids in dois.items() if len(ids) > 1}


def test_the_five_articles_are_there_by_author_and_title() -> None:
    articles = {source.letter: source for source in works() if source.letter}
    assert sorted(articles) == list("ABCDE")
    assert all(source.author and source.title and source.standing == "opinion" for source in articles.values())
