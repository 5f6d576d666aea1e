"""Surveys: instruments, waves, anonymous answers, and the release, the only way a figure gets out.

A wave is anonymous by construction (one-time codes, sealed envelopes, a key that is destroyed at close) or named
(leaders), never in between.
"""
