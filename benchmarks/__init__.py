"""Speed and memory of pledgebook beside peers in the same run, as ratios; `python -m benchmarks` runs all."""
