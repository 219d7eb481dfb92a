"""Cases that the ranking is measured on: what a person reported and what was found, and what it turned out to be.

``python -m tests.cases`` scores them. Each ``*.yaml`` here holds cases by their ids, which are unique over all files::

    disc_with_leg_pain:
      pain: [buttock:right, calf:right]       # areas, as --pain takes them
      felt:                                   # optional: how it feels in one of these areas
        calf:right: {intensity: 7, quality: pins_and_needles, share: 0.5}
      findings: [slr=positive:right, worse_sitting=positive]    # tests and reports, as --finding takes them
      expect: [true_sciatica, herniated_disc] # any of these ids must come early; a muscle is trigger_point/MUSCLE
      flags: []                               # red flags that must be raised; such a case may expect nothing
      source: Author Year, subject, address   # where the case comes from: not a source of the referral tables
      note: What makes it instructive.        # optional

A case counts when one of what it expects comes early, an id in a tie at the tie's last place. Cases are written from their
source alone, without a look at what the ranking makes of them; a rule of the ranking changes only for a reason that can be
stated without naming a case.
"""
