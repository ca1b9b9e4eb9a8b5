"""How much of what, and when: money, goods and people in kind, and times, each with its parts."""
