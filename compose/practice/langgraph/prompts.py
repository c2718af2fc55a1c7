"""What the model was given, by context, call by call: `GET /admin/prompts` shows it to whoever judges."""

from langchain_core.messages import AnyMessage

ROLES = {"human": "user", "ai": "agent"}


class Prompts:
    def __init__(self) -> None:
        self.by_context: dict[str, list[list[dict]]] = {}

    def note(self, context: str, messages: list[AnyMessage]) -> None:
        lines = [{"role": ROLES.get(each.type, each.type), "text": each.text} for each in messages]
        self.by_context.setdefault(context, []).append(lines)
