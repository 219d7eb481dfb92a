"""The body as pictures: compiled drawings, hit testing, painters. QtCore and QtGui only, no widgets."""
