"""The words in which duties are shown to officials."""

from fazhi.outline.reading import Modality, Part

MODALITIES: dict[str, str] = {
    Modality.MUST: "应当",
    Modality.MUST_NOT: "不得",
    Modality.MAY: "可以",
    Modality.EXPLORE: "探索",
    Modality.PROMOTE: "推动",
}
"""How strongly a text binds."""
PARTS: dict[Part, str] = {Part.LEAD: "牵头", Part.RESPONSIBLE: "责任", Part.COOPERATING: "配合"}
"""What a unit does in a measure."""
