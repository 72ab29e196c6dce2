"""Labels: the same content as PDF and as ZPL, after GS1's Logistic Label Guideline."""
