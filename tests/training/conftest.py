"""A treebank of three sentences of our own, for the tests of the recipe."""

from pathlib import Path

import pytest

SHIP = """# sent_id = 1
# text = The mayor didn't sell 3 ships.
1	The	the	DET	DT	_	2	det	_	_
2	mayor	mayor	NOUN	NN	_	5	nsubj	_	_
3-4	didn't	_	_	_	_	_	_	_	_
3	did	do	AUX	VBD	_	5	aux	_	_
4	n't	not	PART	RB	_	5	advmod	_	_
5	sell	sell	VERB	VB	_	0	root	_	_
6	3	3	NUM	CD	_	7	nummod	_	_
7	ships	ship	NOUN	NNS	_	5	obj	_	SpaceAfter=No
8	.	.	PUNCT	.	_	5	punct	_	_
"""

LOAN = """# sent_id = 2
1	Brask	Brask	PROPN	NNP	_	2	nsubj	_	_
2	lent	lend	VERB	VBD	_	0	root	_	_
3	$	$	SYM	$	_	2	obj	_	SpaceAfter=No
4	5	5	NUM	CD	_	5	compound	_	_
5	million	million	NUM	CD	_	3	nummod	_	_
6	"	"	PUNCT	``	_	8	punct	_	SpaceAfter=No
7	for	for	ADP	IN	_	8	case	_	_
8	children	child	NOUN	NNS	_	2	obl	_	SpaceAfter=No
9	"	"	PUNCT	''	_	8	punct	_	_
9.1	money	money	NOUN	NN	_	_	_	_	_
10	to	to	ADP	IN	_	11	case	_	_
11	Norland	Norland	PROPN	NNP	_	2	obl	_	SpaceAfter=No
12	.	.	PUNCT	.	_	2	punct	_	_
"""

HEADLINE = """# sent_id = 3
1	Ukraine	Ukraine	PROPN	NNP	_	2	nsubj	_	_
2	thanks	thank	VERB	VBZ	_	0	root	_	_
3	Norway	Norway	PROPN	NNP	_	2	obj	_	_
"""


@pytest.fixture
def treebanks(tmp_path: Path) -> Path:
    """Return a folder laid out as the treebanks are."""
    for part in ("train", "dev", "test"):
        told = "\n".join([SHIP, LOAN, HEADLINE] * (8 if part == "train" else 1))
        (tmp_path / f"en_own-ud-{part}.conllu").write_text(told, encoding="utf-8")
    return tmp_path
