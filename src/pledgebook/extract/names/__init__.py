"""Who is named: parties by any of their names, people, and the programmes through which money flows."""
