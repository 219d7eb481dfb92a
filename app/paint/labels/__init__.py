"""Names beside the body with leader lines: found (`survey`), broken into lines (`words`), laid out (`columns`, `layout`), fitted to a scene (`fitting`), drawn."""
