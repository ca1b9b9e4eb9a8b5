"""Derived things become findings: what should a person see?"""
