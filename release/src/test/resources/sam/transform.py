"""Does with templates what `sam deploy` does before CloudFormation is asked: uploads what they name, and transforms them.

Standard input: [{"template": TEXT, "parameters": {NAME: VALUE}, "uploads": {PATH: "s3://BUCKET/KEY"}}, ...]
Standard output: [the template that CloudFormation would be given, ...]
"""
import json
import os
import sys

os.environ["AWS_DEFAULT_REGION"] = "eu-central-1"

from samtranslator.internal.managed_policies import get_bundled_managed_policy_map
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class Policies:
    """AWS's managed policies as they come with the translator."""

    def load(self):
        return get_bundled_managed_policy_map("aws")


def deployed(job):
    template = yaml_parse(job["template"])
    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        for key in ("CodeUri", "ContentUri"):
            if key in properties:
                properties[key] = job["uploads"][properties[key]]
    return transform(template, dict(job["parameters"]), Policies())


if __name__ == "__main__":
    json.dump([deployed(job) for job in json.load(sys.stdin)], sys.stdout)
