"""Counting, Dice and its kin, curves, comparisons. Free of torch."""
