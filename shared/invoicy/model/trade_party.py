"""A further party of the Factur-X EXTENDED profile; one shape serves all their roles."""

from typing import Annotated

from invoicy.model.types import BG, BT, Group, Identifier


class TradeAddress(Group, frozen=True):
    """Postal address of a party of the EXTENDED profile."""

    post_code: Annotated[
        str | None,
        BT(
            "X-348",
            "X-375",
            "X-136",
            "X-419",
            "X-172",
            "X-191",
            "X-215",
            "X-234",
            "X-490",
            "X-58",
            "X-76",
            "X-100",
            "X-108",
            "X-249",
        ),
    ] = None
    line_one: Annotated[
        str | None,
        BT(
            "X-349",
            "X-376",
            "X-137",
            "X-420",
            "X-173",
            "X-192",
            "X-216",
            "X-235",
            "X-491",
            "X-59",
            "X-77",
            "X-101",
            "X-109",
            "X-250",
        ),
    ] = None
    line_two: Annotated[
        str | None,
        BT(
            "X-350",
            "X-377",
            "X-138",
            "X-421",
            "X-174",
            "X-193",
            "X-217",
            "X-236",
            "X-492",
            "X-60",
            "X-78",
            "X-102",
            "X-110",
            "X-251",
        ),
    ] = None
    line_three: Annotated[
        str | None,
        BT(
            "X-351",
            "X-378",
            "X-139",
            "X-422",
            "X-175",
            "X-194",
            "X-218",
            "X-237",
            "X-493",
            "X-61",
            "X-79",
            "X-103",
            "X-111",
            "X-252",
        ),
    ] = None
    city: Annotated[
        str | None,
        BT(
            "X-352",
            "X-379",
            "X-140",
            "X-423",
            "X-176",
            "X-195",
            "X-219",
            "X-238",
            "X-494",
            "X-62",
            "X-80",
            "X-104",
            "X-112",
            "X-253",
        ),
    ] = None
    country_code: Annotated[
        str | None,
        BT(
            "X-353",
            "X-380",
            "X-141",
            "X-424",
            "X-177",
            "X-196",
            "X-220",
            "X-239",
            "X-495",
            "X-63",
            "X-81",
            "X-105",
            "X-113",
            "X-254",
        ),
    ] = None
    country_subdivision: Annotated[
        str | None,
        BT(
            "X-354",
            "X-381",
            "X-142",
            "X-425",
            "X-178",
            "X-197",
            "X-221",
            "X-240",
            "X-496",
            "X-64",
            "X-82",
            "X-106",
            "X-114",
            "X-255",
        ),
    ] = None


class TradeContact(Group, frozen=True):
    """Contact of a party of the EXTENDED profile."""

    point: Annotated[
        str | None,
        BT(
            "X-342",
            "X-369",
            "X-131",
            "X-413",
            "X-167",
            "X-186",
            "X-210",
            "X-229",
            "X-484",
            "X-54",
            "X-72",
            "X-155",
            "X-244",
            "X-120",
        ),
    ] = None
    department: Annotated[
        str | None,
        BT(
            "X-343",
            "X-370",
            "X-132",
            "X-414",
            "X-168",
            "X-187",
            "X-211",
            "X-230",
            "X-485",
            "X-54-1",
            "X-72-1",
            "X-156",
            "X-245",
            "X-121",
        ),
    ] = None
    type_code: Annotated[
        str | None,
        BT(
            "X-347",
            "X-371",
            "X-320",
            "X-415",
            "X-322",
            "X-323",
            "X-324",
            "X-325",
            "X-486",
            "X-315",
            "X-316",
            "X-321",
            "X-326",
            "X-319",
        ),
    ] = None
    telephone_number: Annotated[
        str | None,
        BT(
            "X-344",
            "X-372",
            "X-133",
            "X-416",
            "X-169",
            "X-188",
            "X-212",
            "X-231",
            "X-487",
            "X-55",
            "X-73",
            "X-157",
            "X-246",
            "X-122",
        ),
    ] = None
    fax_number: Annotated[
        str | None,
        BT(
            "X-345",
            "X-373",
            "X-134",
            "X-417",
            "X-170",
            "X-189",
            "X-213",
            "X-232",
            "X-488",
            "X-56",
            "X-74",
            "X-158",
            "X-247",
            "X-123",
        ),
    ] = None
    email_address: Annotated[
        str | None,
        BT(
            "X-346",
            "X-374",
            "X-135",
            "X-418",
            "X-171",
            "X-190",
            "X-214",
            "X-233",
            "X-489",
            "X-57",
            "X-75",
            "X-159",
            "X-248",
            "X-124",
        ),
    ] = None


class TradeParty(Group, frozen=True):
    """A party of the EXTENDED profile."""

    name: Annotated[
        str | None, BT("X-335", "X-362", "X-128", "X-406", "X-164", "X-183", "X-207", "X-226", "X-476", "X-50", "X-69")
    ] = None
    trading_name: Annotated[
        str | None, BT("X-336", "X-363", "X-130", "X-407", "X-166", "X-185", "X-209", "X-228", "X-477", "X-52", "X-71")
    ] = None
    role_code: Annotated[
        str | None,
        BT("X-545", "X-546", "X-548", "X-549", "X-551", "X-552", "X-553", "X-554", "X-483", "X-541", "X-542"),
    ] = None
    identifier: Annotated[
        str | None, BT("X-337", "X-364", "X-126", "X-408", "X-162", "X-181", "X-205", "X-224", "X-478", "X-48", "X-67")
    ] = None
    standard_identifier: Annotated[
        Identifier | None,
        BT("X-338", "X-365", "X-127", "X-409", "X-163", "X-182", "X-206", "X-225", "X-479", "X-49", "X-68"),
    ] = None
    legal_registration_identifier: Annotated[
        Identifier | None,
        BT("X-339", "X-366", "X-129", "X-410", "X-165", "X-184", "X-208", "X-227", "X-480", "X-51", "X-70"),
    ] = None
    electronic_address: Annotated[
        Identifier | None,
        BT("X-341", "X-368", "X-143", "X-412", "X-179", "X-198", "X-222", "X-241", "X-482", "X-65", "X-83"),
    ] = None
    vat_identifier: Annotated[
        str | None, BT("X-340", "X-367", "X-144", "X-411", "X-180", "X-199", "X-223", "X-242", "X-481", "X-66", "X-84")
    ] = None
    address: Annotated[
        TradeAddress | None, BG("X-52", "X-56", "X-21", "X-65", "X-29", "X-32", "X-35", "X-38", "X-75", "X-9", "X-12")
    ] = None
    contact: Annotated[
        TradeContact | None, BG("X-51", "X-55", "X-20", "X-64", "X-28", "X-31", "X-34", "X-37", "X-74", "X-8", "X-11")
    ] = None
