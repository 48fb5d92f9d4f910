"""The weights of the evidence for VAT ids."""

from invoicy.pages.fields.vat_ids.weights import weights


def test_check_digits_are_better_evidence_than_a_form() -> None:
    score = weights().score
    assert score.checked > score.unchecked
    assert score.labelled_checked > score.labelled_unchecked


def test_a_doubtful_id_scores_less_than_a_sound_one() -> None:
    assert weights().score.doubtful < weights().score.sound


def test_evidence_of_the_buyer_makes_the_buyer_likelier_than_not() -> None:
    buyer = weights().buyer
    assert min(buyer.buyer_label, buyer.buyer_line, buyer.buyer_block, buyer.customer_number, buyer.under_buyer) > 0.5
    assert max(buyer.our_label, buyer.seller_line, buyer.seller_block, buyer.margin, buyer.otherwise) < 0.5
