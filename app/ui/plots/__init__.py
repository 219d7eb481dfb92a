"""Plots of muscle lengths beside the body. pyqtgraph and numpy come with them: they are read when plots are first opened."""
