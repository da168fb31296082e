"""A small governance folder, written where a test wants it."""

from pathlib import Path

HIERARCHY = """
organisations:
  - id: norr
    name: {sv: Region Norr, en: North Region}
    names: [Region Norr, Landstinget Norr]
    order_source: inkopspolicy
    rungs:
      - {level: rule, label: Regler}
      - {level: law, label: {sv: Lagstiftning, en: Legislation}, adopted_by: alla, kinds: [Lag, lagen]}
      - {level: policy, label: {sv: Policy}, binds: false}
"""
REGISTER = """
documents:
  - document: inkopspolicy
    title: Inköpspolicy
    kind: Policy
    level: policy
    status: adopted
    organisations: [norr]
    date: 2024-05-06
    valid_from: 2024-07-01
    diary_number: 160080
    confirmed: {by: Eva Ek, on: 2026-04-20}
  - document: sfs-2016-1145
    number: 2016:1145
    conditional_on: null
"""


def written(folder: Path, register: str = REGISTER, hierarchy: str = HIERARCHY) -> Path:
    (folder / "hierarchy.yaml").write_text(hierarchy, "utf-8")
    (folder / "register.yaml").write_text(register, "utf-8")
    return folder
