"""Route53's rules, where moto 5.2.1 hasn't them. Python reads this file first wherever PYTHONPATH leads here.

A batch is taken as a whole or not at all; a CREATE fails when the set is there and a DELETE when it isn't there just so. moto goes by
a journal of all changes that were ever made instead: it takes a set that was there once for one that is, and lets two sets of one name
and type be created. It deletes sets by their set identifier alone, whatever their name is.
"""

from moto.route53 import models
from moto.route53.exceptions import Route53ClientError


class Refused(Route53ClientError):
    def __init__(self, message):
        super().__init__("InvalidChangeBatch", f"[{message}]")


def key(name, kind, identifier):
    return name.rstrip(".").lower(), kind, identifier


def content(ttl, values, health_check):
    return str(ttl), sorted(values), health_check


def check(zone, changes):
    there = {key(s.name, s.type, s.set_identifier): content(s.ttl, s.records, s.health_check_id) for s in zone.rrsets if not s.alias_target}
    aliases = {key(s.name, s.type, s.set_identifier) for s in zone.rrsets if s.alias_target}
    for change in changes:
        action, one = change["Action"], change["ResourceRecordSet"]
        its = key(one["Name"], one["Type"], one.get("SetIdentifier"))
        wanted = content(one.get("TTL"), [r["Value"] for r in one.get("ResourceRecords") or []], one.get("HealthCheckId"))
        label = f"resource record set [name='{one['Name']}', type='{one['Type']}']"
        if action == "CREATE" and (its in there or its in aliases):
            raise Refused(f"Tried to create {label} but it already exists")
        if action == "DELETE" and its not in aliases:
            if its not in there:
                raise Refused(f"Tried to delete {label} but it was not found")
            if there.pop(its) != wanted:
                raise Refused(f"Tried to delete {label} but the values provided do not match the current values")
        if action != "DELETE" and not one.get("AliasTarget"):
            there[its] = wanted
        if action == "DELETE":
            aliases.discard(its)
    for name, kind, _ in there:
        if kind == "CNAME" and any(other == name and beside != "CNAME" for other, beside, _ in there):
            raise Refused(f"RRSet of type CNAME with DNS name {name}. is not permitted because a conflicting RRSet already exists")


def change_resource_record_sets(self, zoneid, change_list, original=models.Route53Backend.change_resource_record_sets):
    zone = self.get_hosted_zone(zoneid)
    check(zone, change_list)
    before = zone.rrsets
    gone = [key(one["Name"], one["Type"], one.get("SetIdentifier")) for one in (c["ResourceRecordSet"] for c in change_list if c["Action"] == "DELETE")]
    zone.rrsets = [s for s in before if key(s.name, s.type, s.set_identifier) not in gone]
    zone.rr_changes.clear()
    try:
        original(self, zoneid, [c for c in change_list if c["Action"] != "DELETE"])
    except BaseException:
        zone.rrsets = before
        raise


models.Route53Backend.change_resource_record_sets = change_resource_record_sets
