"""Settings of an installation: `regelstegen.toml` in the working folder, then `REGELSTEGEN_*`.

Only the faces (cli, app, ui, evals) read settings; every layer below gets its values as arguments.
"""

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from ingest.limits import Limits


class Settings(BaseSettings):
    """Every setting with its default; an environment variable wins over the file."""

    model_config = SettingsConfigDict(env_prefix="REGELSTEGEN_", toml_file="regelstegen.toml", extra="forbid")

    data: Path = Field(default=Path("data"), description="where the library lives")
    default_organisation: str | None = Field(
        default=None, description="organisation id chosen from the start"
    )
    language: str = Field(
        default="sv", description="language of interface and answers: sv or en", pattern="^(sv|en)$"
    )
    contact: str | None = Field(default=None, description="whom to ask when the library has no answer")
    organisation_name: str | None = Field(
        default=None, description="who provides the service, as the accessibility statement names them"
    )
    accessibility_assessed: date | None = Field(
        default=None, description="day that the organisation itself last assessed the accessibility"
    )
    accessibility_supervisor: str | None = Field(
        default=None, description="name and address of the authority that supervises accessibility"
    )
    embedder: str = Field(
        default="multilingual-e5-small",
        description="the default, or any Hugging Face model name or folder (needs the extra `models`)",
    )
    reranker: str | None = Field(
        default=None, description="cross-encoder name or folder (needs the extra `models`)"
    )
    chroma_url: str | None = Field(
        default=None, description="http://HOST:PORT of a Chroma server; default in-process"
    )
    ocr: Literal["auto", "always", "never"] = Field(
        default="auto", description="which pages are read by picture (needs the extra `ocr` and tesseract)"
    )
    ocr_language: str = Field(default="swe", description="tesseract's language data", pattern=r"^[\w+]+$")
    ocr_seconds: float = Field(default=60.0, gt=0, description="the longest time for one scanned page")
    ocr_pages: int = Field(default=200, ge=0, description="scanned pages read of one document")
    ocr_limit: float = Field(
        default=0.9, ge=0, le=1, description="quotes of scanned text below this confidence carry a warning"
    )
    judged_questions: Path | None = Field(
        default=None,
        description="question file that judged answers are added to; unset: judged-questions.yaml "
        "beside the library",
    )
    question_log: bool = Field(
        default=True, description="whether questions are kept, without names, for the page on quality"
    )
    question_log_days: int = Field(default=365, ge=1, le=3650, description="how many days they are kept")
    language_model_url: str | None = Field(
        default=None,
        description="http(s)://HOST/v1 of a language model as OpenAI's (needs the extra `llm`); its key is "
        "read from REGELSTEGEN_LANGUAGE_MODEL_KEY alone",
        pattern=r"^https?://[^\s@]+$",
    )
    language_model: str | None = Field(
        default=None, description="the language model's name at that address", min_length=1
    )
    language_model_seconds: float = Field(
        default=60.0, gt=0, description="the longest time for one reply of the language model"
    )
    report_pages: int = Field(
        default=60, ge=0, description="pages of one document that the ingest report pictures"
    )
    read_seconds: int = Field(default=Limits.read_seconds, gt=0, description="for reading one file")
    read_memory_mb: int = Field(
        default=Limits.read_memory_mb, ge=128, description="megabytes of memory for reading one file"
    )
    largest_file_mb: int = Field(
        default=Limits.largest_file_mb, gt=0, description="megabytes of a file, as stored and unpacked"
    )
    largest_text_mb: int = Field(
        default=Limits.largest_text_mb, gt=0, description="millions of characters of text in a file"
    )

    @property
    def limits(self) -> Limits:
        """What one file may cost to read."""
        return Limits(self.read_seconds, self.read_memory_mb, self.largest_file_mb, self.largest_text_mb)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)
