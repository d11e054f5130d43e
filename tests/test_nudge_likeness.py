"""Two nudges that are alike, and words that an article has, too."""

import pytest
from nudge_rules import articles
from nudge_rules.made_up import nudge
from nudge_rules.similar import likeness, near_duplicates


@pytest.mark.parametrize(
    ("say", "ask", "alike"),
    [
        ("A gift can be small.", "What would you like?", []),
        ("A small walk can warm you up.", "What fills a quiet hour?", ["`say`"]),
        ("Soup is a gift.", "And how do you like to rest?", ["`ask`"]),
        ("A walk can warm you.", "How do you like to rest?", ["the whole text", "`say`", "`ask`"]),
    ],
)
def test_two_wordings_of_one_nudge_are_found(say, ask, alike):
    one = nudge({"say": "A small walk can warm you.", "ask": "How do you like to rest?"})
    other = nudge({"say": say, "ask": ask}) | {"id": "other"}
    found = [text.split(" alike in ")[1].split(":")[0] for text in near_duplicates([one, other])]
    assert found == alike


def test_likeness_is_what_two_texts_have_in_common():
    assert likeness("Soup, a walk.", "a walk, a song") == 2 / 4
    assert likeness("Soup.", "soup") == 1


ARTICLE = """How to Be Kind to Everybody Around You All Day
We say: kindness isn\u2019t a thing that one has — it is a thing one does.
Miller, A. (1999). A long book about all of the kind people of this world. Press.
"""


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("Kindness isn't a thing that one has.", []),
        ("Kindness isn't a thing THAT one has. It", ["kindness isn't a thing that one has it"]),
        ("how to be kind to everybody around you all day", []),
        ("a long book about all of the kind people of this world", []),
    ],
)  # fmt: skip
def test_eight_words_in_a_row_of_an_article_are_found_but_for_titles(text, copied):
    assert articles.copied(text, articles.shingles_of(ARTICLE)) == copied


def test_both_articles_are_known():
    # 805 and 1,938 words, as counted when the file was made; two runs more or less are joints.
    assert 2_600 < len(articles.of_the_articles()) < 2_800
