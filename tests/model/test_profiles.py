"""Profiles, by the names of the command line."""

import pytest

from invoicy.model.profiles import Profile


@pytest.mark.parametrize("profile", Profile)
def test_every_profile_has_a_name_that_people_use(profile: Profile) -> None:
    assert profile.full_name
    assert profile.full_name != profile.value


def test_factur_x_profiles_other_than_en_16931_have_a_schema_of_their_own() -> None:
    own = {profile.value for profile in Profile if profile.has_own_schema}
    assert own == {"facturx-minimum", "facturx-basicwl", "facturx-basic", "facturx-extended"}
