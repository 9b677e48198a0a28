"""Painted cracks on painted or photographed surfaces: exact masks for free.

The idea of painting anomalies on clean photos is DRAEM's (Zavrtanik et al., 2021); fractal cracks are
Syncrack's (Rill-García et al., 2022).
"""
