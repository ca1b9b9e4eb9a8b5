"""Statements become commitments, agreements, positions, events, people and stories: which tell of the same?"""
