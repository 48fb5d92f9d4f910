"""The stack keeps what it promises: closed buckets, no more rights than needed, nothing lost, settings that exist."""

import json
from typing import Any, get_type_hints

import pytest

from invoicy.model.profiles import Profile
from invoicy.settings import PREFIX
from invoicy_aws.backfill import StackOutputs
from invoicy_aws.settings import AwsSettings
from tests.infra.aws.conftest import Statement, statements

BUCKETS = ("InboxBucket", "ReadingsBucket")
FUNCTIONS = ("BucketFunction", "HttpFunction")


def too_wide(statement: Statement) -> list[str]:
    """The parts of a statement that reach further than one thing: `*`, and a star anywhere but below a named bucket."""
    actions = [action for action in statement.actions if "*" in action]
    texts = [text for each in statement.resources for text in strings_in(each)]
    return actions + [text for text in texts if "*" in text and not text.startswith("${")]


def strings_in(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings_in(each)]
    if isinstance(value, list):
        return [text for each in value for text in strings_in(each)]
    return [str(value)]


def test_no_role_may_do_more_than_is_named(resources: dict[str, Any]) -> None:
    granted = [statement for name, part in resources.items() for statement in statements(name, part)]
    assert len(granted) > 10
    assert {statement.where: too_wide(statement) for statement in granted if too_wide(statement)} == {}


@pytest.mark.parametrize(
    "wide",
    [
        {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a"},
        {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"},
        {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::*"]},
        {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": {"Sub": "arn:${AWS::Partition}:s3:::*"}},
    ],
    ids=json.dumps,
)
def test_a_star_would_be_seen(wide: dict[str, Any]) -> None:
    (statement,) = statements("a", {"Policies": [wide]})
    assert too_wide(statement)


def test_only_tracing_uses_rights_that_aws_has_bundled(resources: dict[str, Any]) -> None:
    bundled = {
        text
        for part in resources.values()
        for text in strings_in(part.get("Properties", {}).get("ManagedPolicyArns", []))
    }
    assert bundled == {"arn:${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess"}


def test_every_function_has_its_own_role_and_makes_no_other(resources: dict[str, Any]) -> None:
    roles = [resources[name]["Properties"]["Role"]["GetAtt"] for name in FUNCTIONS]
    assert roles == ["BucketRole.Arn", "HttpRole.Arn"]
    assert not any("Policies" in resources[name]["Properties"] for name in FUNCTIONS)


@pytest.mark.parametrize("name", BUCKETS)
def test_a_bucket_is_private_encrypted_versioned_tidied_and_kept(resources: dict[str, Any], name: str) -> None:
    bucket = resources[name]
    properties = bucket["Properties"]
    assert bucket["DeletionPolicy"] == bucket["UpdateReplacePolicy"] == "Retain"
    assert all(properties["PublicAccessBlockConfiguration"].values())
    assert len(properties["PublicAccessBlockConfiguration"]) == 4
    assert properties["BucketEncryption"]
    assert properties["VersioningConfiguration"] == {"Status": "Enabled"}
    assert properties["LifecycleConfiguration"]["Rules"]


@pytest.mark.parametrize("name", BUCKETS)
def test_a_bucket_refuses_connections_that_are_not_encrypted(resources: dict[str, Any], name: str) -> None:
    policies = [each["Properties"] for each in resources.values() if each["Type"] == "AWS::S3::BucketPolicy"]
    (policy,) = (each for each in policies if each["Bucket"] == {"Ref": name})
    (statement,) = policy["PolicyDocument"]["Statement"]
    assert statement["Effect"] == "Deny"
    assert statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_no_lifecycle_ends_a_document_or_a_reading(resources: dict[str, Any]) -> None:
    rules = [rule for name in BUCKETS for rule in resources[name]["Properties"]["LifecycleConfiguration"]["Rules"]]
    assert [rule["Prefix"] for rule in rules if "ExpirationInDays" in rule] == ["backfill/"]


def test_a_message_that_fails_comes_again_and_ends_in_the_dead_letter_queue(resources: dict[str, Any]) -> None:
    queue = resources["Queue"]["Properties"]
    function = resources["BucketFunction"]["Properties"]
    assert queue["RedrivePolicy"]["deadLetterTargetArn"] == {"GetAtt": "DeadLetterQueue.Arn"}
    assert queue["VisibilityTimeout"] >= 6 * function["Timeout"]
    source = function["Events"]["Uploads"]["Properties"]
    assert source["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert source["ScalingConfig"]["MaximumConcurrency"] == {"Ref": "BucketConcurrency"}


def test_a_message_in_the_dead_letter_queue_raises_an_alarm(resources: dict[str, Any]) -> None:
    alarms = [each["Properties"] for each in resources.values() if each["Type"] == "AWS::CloudWatch::Alarm"]
    watched = {(alarm["MetricName"], strings_in(alarm["Dimensions"][0]["Value"])[0]) for alarm in alarms}
    assert ("ApproximateNumberOfMessagesVisible", "DeadLetterQueue.QueueName") in watched
    assert ("ApproximateAgeOfOldestMessage", "Queue.QueueName") in watched
    assert {name for metric, name in watched if metric in {"Errors", "Url5xxCount"}} == set(FUNCTIONS)
    assert all(alarm["TreatMissingData"] == "notBreaching" for alarm in alarms)


def test_the_function_url_requires_iam(resources: dict[str, Any]) -> None:
    assert resources["HttpFunction"]["Properties"]["FunctionUrlConfig"]["AuthType"] == "AWS_IAM"


def test_both_functions_run_from_the_image_and_name_a_handler(resources: dict[str, Any]) -> None:
    properties = [resources[name]["Properties"] for name in FUNCTIONS]
    assert {function["ImageUri"] for function in properties} == {"invoicy-lambda:latest"}
    assert [function["ImageConfig"]["Command"] for function in properties] == [
        ["invoicy_aws.bucket.handler"],
        ["invoicy_aws.http.handler"],
    ]


def test_every_setting_that_the_stack_makes_is_one_that_the_functions_know(template: dict[str, Any]) -> None:
    variables = template["Globals"]["Function"]["Environment"]["Variables"]
    known = {PREFIX + name.upper() for name in get_type_hints(AwsSettings)}
    assert {name for name in variables if name.startswith(PREFIX)} <= known


def test_every_profile_can_be_chosen(template: dict[str, Any]) -> None:
    assert template["Parameters"]["Profile"]["AllowedValues"] == list(Profile)


def test_the_outputs_name_all_that_a_backfill_asks_for(template: dict[str, Any]) -> None:
    names = {"".join(word.capitalize() for word in name.split("_")) for name in StackOutputs.__struct_fields__}
    assert names <= set(template["Outputs"])


def test_the_dashboard_is_json_and_shows_the_metrics_that_the_functions_write(resources: dict[str, Any]) -> None:
    widgets = json.loads(resources["Dashboard"]["Properties"]["DashboardBody"]["Sub"])["widgets"]
    drawn = {metric[1] for each in widgets for metric in each["properties"]["metrics"] if metric[0] == "Invoicy"}
    assert drawn == {"Accepted", "Review", "Rejected", "Seconds", "EstimatedCost"}


def test_every_skipped_check_has_a_reason(resources: dict[str, Any]) -> None:
    skipped = [
        each for part in resources.values() for each in part.get("Metadata", {}).get("checkov", {}).get("skip", [])
    ]
    assert skipped
    assert all(len(each["comment"]) > 20 for each in skipped)
