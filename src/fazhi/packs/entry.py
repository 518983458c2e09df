"""What every entry of a pack has in common: nothing unknown is accepted and nothing changes afterwards."""

from pydantic import BaseModel, ConfigDict


class Entry(BaseModel):
    """A checked piece of a pack; a word the model does not know is refused: a typo is no data."""

    model_config = ConfigDict(extra="forbid", frozen=True)
