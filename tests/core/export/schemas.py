"""JSON schemas of what other tools read, written from the documents that they publish."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_JS_DATE: Schema = {
    "type": "object",
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "required": ["year"],
    "additionalProperties": False,
    "dependentRequired": {"day": ["month"]},
}
_JS_TEXT: Schema = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
TIMELINEJS: Schema = {
    "type": "object",
    "required": ["events"],
    "additionalProperties": False,
    "properties": {
        "title": {
            "type": "object",
            "properties": {"text": _JS_TEXT, "autolink": {"type": "boolean"}},
            "additionalProperties": False,
        },
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date"],
                "additionalProperties": False,
                "properties": {
                    "start_date": _JS_DATE,
                    "end_date": _JS_DATE,
                    "text": _JS_TEXT,
                    "group": {"type": "string", "minLength": 1},
                    "display_date": {"type": "string", "minLength": 1},
                    "unique_id": {"type": "string"},
                    "autolink": {"type": "boolean"},
                },
            },
        },
    },
}
"""Knight Lab, «TimelineJS JSON data format»: slide, date and text objects."""

TIMESKETCH: Schema = {
    "type": "object",
    "required": ["message", "datetime", "timestamp_desc"],
    "properties": {
        "message": {"type": "string", "minLength": 1},
        "datetime": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$"},
        "timestamp": {"type": "integer"},
        "timestamp_desc": {"type": "string", "minLength": 1},
        "tag": {"type": "array", "items": {"type": "string"}},
    },
}
"""Timesketch, «Create timeline from JSON/JSONL/CSV file»: the mandatory fields and their forms."""

_BODY: Schema = {
    "type": "object",
    "required": ["type", "value"],
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string"},
        "format": {"const": "text/plain"},
        "language": {"type": "string", "pattern": "^[a-z]{2,3}$"},
        "purpose": {"enum": ["identifying", "classifying", "describing", "tagging"]},
        "temporal": {"type": "string"},
    },
    "additionalProperties": False,
}
_SELECTORS: Schema = {
    "oneOf": [
        {
            "type": "object",
            "required": ["type", "exact"],
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string"},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
            "additionalProperties": False,
        },
        {
            "type": "object",
            "required": ["type", "start", "end"],
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
            "additionalProperties": False,
        },
    ]
}
ANNOTATION: Schema = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "string"},
        "total": {"type": "integer"},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "type": {"const": "AnnotationPage"},
                "startIndex": {"type": "integer"},
                "items": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["id", "type", "target"],
                        "properties": {
                            "type": {"const": "Annotation"},
                            "motivation": {"const": "identifying"},
                            "body": {"type": "array", "items": _BODY, "minItems": 1},
                            "target": {
                                "type": "object",
                                "required": ["source"],
                                "properties": {
                                    "type": {"const": "SpecificResource"},
                                    "source": {"type": "string", "pattern": "^(https?://|urn:)[\\x21-\\x7e]+$"},
                                    "selector": {"type": "array", "items": _SELECTORS},
                                },
                                "additionalProperties": False,
                            },
                        },
                    },
                },
            },
        },
    },
}
"""W3C Web Annotation Data Model: collection, page, TextualBody, SpecificResource, the two text selectors."""

FTM = {
    "Event": (
        *(
            "name",
            "summary",
            "description",
            "recordId",
            "date",
            "startDate",
            "endDate",
            "involved",
            "location",
            "proof",
        ),
        *("publisher", "sourceUrl", "keywords", "notes"),
    ),
    "Document": ("fileName", "title", "publisher", "sourceUrl", "date", "keywords"),
    "Person": ("name", "alias", "wikidataId"),
    "PublicBody": ("name", "alias", "wikidataId"),
    "Organization": ("name", "alias", "wikidataId"),
}
"""FollowTheMoney 3.8.5: of each schema the properties that are used here; the package itself is asked where it is."""

ACLED = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]

ACLED = [
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
]
"""ACLED's columns since 20 March 2023, in its order."""


_POSITION: Schema = {
    "type": "array",
    "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180},
        {"type": "number", "minimum": -90, "maximum": 90},
    ],
    "minItems": 2,
    "maxItems": 2,
}
GEOJSON: Schema = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "properties": {"type": {"const": "Point"}, "coordinates": _POSITION},
                                "not": {"anyOf": [{"required": ["geometry"]}, {"required": ["properties"]}]},
                            },
                        ]
                    },
                    "properties": {
                        "type": "object",
                        "required": ["precision"],
                        "properties": {"precision": {"enum": ["exact", "town", "district", "country", None]}},
                    },
                },
                "not": {"anyOf": [{"required": ["coordinates"]}, {"required": ["features"]}]},
            },
        },
    },
    "not": {"anyOf": [{"required": ["coordinates"]}, {"required": ["geometry"]}, {"required": ["properties"]}]},
}
"""RFC 7946, sections 3.1.1, 3.2, 3.3 and 7.1: of points and of what is not located."""
