"""What it says of itself: that it takes 1.0 and 0.3, that it streams, and by its tags what it is able to."""

from a2a.types import AgentCapabilities, AgentCard, AgentInterface, AgentSkill

ABOUT = "Answers from what it was told."
ABLE_TO = ["files", "memory", "cancel", "input-required", "issued-context", "durable", "model"]


def card_at(url: str) -> AgentCard:
    return AgentCard(
        name="practice",
        description=ABOUT,
        version="1.0.0",
        supported_interfaces=[
            AgentInterface(url=url, protocol_binding="JSONRPC", protocol_version=version)
            for version in ("1.0", "0.3")
        ],
        capabilities=AgentCapabilities(streaming=True),
        default_input_modes=["text/plain"],
        default_output_modes=["text/plain"],
        skills=[AgentSkill(id="talk", name="talk", description=ABOUT, tags=ABLE_TO)],
    )
