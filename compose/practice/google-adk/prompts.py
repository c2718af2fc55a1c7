"""What the model was given, by context, call by call: `GET /admin/prompts` shows it to whoever judges."""

from google.adk.agents.callback_context import CallbackContext
from google.adk.models import LlmRequest


class Prompts:
    def __init__(self) -> None:
        self.by_context: dict[str, list[list[dict]]] = {}

    def note(self, callback_context: CallbackContext, llm_request: LlmRequest) -> None:
        lines = [
            {
                "role": "user" if content.role == "user" else "agent",
                "text": "".join(part.text or "" for part in content.parts or []),
            }
            for content in llm_request.contents
        ]
        self.by_context.setdefault(callback_context.session.id, []).append(lines)
