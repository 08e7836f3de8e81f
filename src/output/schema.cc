#include "output/schema.h"

namespace figmine {

// clang-format off
std::string_view document_schema() {
  return R"schema({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "$id": "urn:figmine:document:1",
 "title": "A document result of figmine, version 1",
 "type": "object",
 "properties": {
  "schema": {
   "enum": [
    "figmine/1"
   ]
  },
  "document": {
   "type": "object",
   "properties": {
    "id": {
     "type": "string"
    },
    "sha256": {
     "type": "string",
     "pattern": "^[0-9a-f]{64}$"
    },
    "source": {
     "type": "string"
    },
    "url": {
     "type": [
      "string",
      "null"
     ]
    },
    "language": {
     "type": "string"
    },
    "media_type": {
     "type": "string"
    },
    "charset": {
     "type": "string"
    },
    "title": {
     "type": [
      "string",
      "null"
     ]
    },
    "byline": {
     "type": [
      "string",
      "null"
     ]
    },
    "publisher": {
     "type": [
      "string",
      "null"
     ]
    },
    "place": {
     "type": [
      "string",
      "null"
     ]
    },
    "published": {
     "type": [
      "string",
      "null"
     ],
     "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    },
    "text": {
     "type": "string"
    }
   },
   "required": [
    "id",
    "sha256",
    "source",
    "url",
    "language",
    "media_type",
    "charset",
    "title",
    "byline",
    "publisher",
    "place",
    "published"
   ],
   "additionalProperties": false
  },
  "facts": {
   "type": "array",
   "items": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string"
     },
     "claim": {
      "enum": [
       false
      ]
     },
     "class": {
      "enum": [
       "identifier",
       "product",
       "date_part",
       "year",
       "clock_time",
       "phone",
       "address",
       "url",
       "version",
       "law",
       "name",
       "list_number",
       "ordinal",
       "partitive_one",
       "vague",
       "other"
      ]
     },
     "section": {
      "enum": [
       "headline",
       "lede",
       "body",
       "quote",
       "list",
       "table",
       "boilerplate"
      ]
     },
     "sentence": {
      "type": "object",
      "properties": {
       "text": {
        "type": "string"
       },
       "span": {
        "type": "array",
        "items": {
         "type": "integer",
         "minimum": 0
        },
        "minItems": 2,
        "maxItems": 2
       }
      },
      "required": [
       "span"
      ],
      "additionalProperties": false
     },
     "quantity": {
      "type": "object",
      "properties": {
       "text": {
        "type": "string"
       },
       "span": {
        "type": "array",
        "items": {
         "type": "integer",
         "minimum": 0
        },
        "minItems": 2,
        "maxItems": 2
       },
       "kind": {
        "enum": [
         "money",
         "count",
         "percent",
         "percentage_points",
         "basis_points",
         "measure",
         "multiple",
         "fraction",
         "ratio",
         "rank",
         "index",
         "duration",
         "age",
         "temperature",
         "score",
         "number"
        ]
       },
       "op": {
        "enum": [
         "=",
         ">",
         ">=",
         "<",
         "<=",
         ".."
        ]
       },
       "approx": {
        "enum": [
         true
        ]
       },
       "cue": {
        "type": "string"
       },
       "value": {
        "type": "number"
       },
       "low": {
        "type": "number"
       },
       "high": {
        "type": "number"
       },
       "fraction": {
        "type": "array",
        "items": {
         "type": "integer"
        },
        "minItems": 2,
        "maxItems": 2
       },
       "uncertainty": {
        "type": "number"
       },
       "significant_digits": {
        "type": "integer"
       },
       "unit": {
        "type": "object",
        "properties": {
         "text": {
          "type": "string"
         },
         "name": {
          "type": "string"
         },
         "code": {
          "type": "string"
         },
         "system": {
          "enum": [
           "ucum",
           "iso4217"
          ]
         },
         "per": {
          "type": "string"
         },
         "candidates": {
          "type": "array",
          "items": {
           "type": "object",
           "properties": {
            "name": {
             "type": "string"
            },
            "code": {
             "type": "string"
            },
            "evidence": {
             "type": "string"
            }
           },
           "required": [
            "code"
           ],
           "additionalProperties": false
          }
         }
        },
        "required": [],
        "additionalProperties": false
       },
       "si": {
        "type": "object",
        "properties": {
         "value": {
          "type": "number"
         },
         "unit": {
          "type": "string"
         }
        },
        "required": [
         "value",
         "unit"
        ],
        "additionalProperties": false
       }
      },
      "required": [
       "text",
       "span",
       "kind",
       "op"
      ],
      "additionalProperties": false
     },
     "measure": {
      "type": "object",
      "properties": {
       "text": {
        "type": "string"
       },
       "head": {
        "type": "string"
       },
       "span": {
        "type": "array",
        "items": {
         "type": "integer",
         "minimum": 0
        },
        "minItems": 2,
        "maxItems": 2
       }
      },
      "required": [
       "text"
      ],
      "additionalProperties": false
     },
     "subject": {
      "type": "object",
      "properties": {
       "text": {
        "type": "string"
       },
       "name": {
        "type": "string"
       },
       "type": {
        "enum": [
         "organization",
         "place",
         "product",
         "person",
         "other"
        ]
       },
       "entity": {
        "type": "string"
       },
       "span": {
        "type": "array",
        "items": {
         "type": "integer",
         "minimum": 0
        },
        "minItems": 2,
        "maxItems": 2
       }
      },
      "required": [
       "text"
      ],
      "additionalProperties": false
     },
     "share_of": {
      "type": "object",
      "properties": {
       "text": {
        "type": "string"
       },
       "span": {
        "type": "array",
        "items": {
         "type": "integer",
         "minimum": 0
        },
        "minItems": 2,
        "maxItems": 2
       }
      },
      "required": [
       "text"
      ],
      "additionalProperties": false
     },
     "change": {
      "type": "object",
      "properties": {
       "direction": {
        "enum": [
         "up",
         "down",
         "flat"
        ]
       },
       "role": {
        "enum": [
         "by",
         "to",
         "from"
        ]
       },
       "basis": {
        "enum": [
         "year_on_year",
         "quarter_on_quarter",
         "month_on_month",
         "since",
         "versus"
        ]
       },
       "baseline": {
        "type": "object",
        "properties": {
         "text": {
          "type": "string"
         },
         "start": {
          "type": "string",
          "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
         },
         "end": {
          "type": "string",
          "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
         }
        },
        "required": [
         "text"
        ],
        "additionalProperties": false
       }
      },
      "required": [
       "role"
      ],
      "additionalProperties": false
     },
     "period": {
      "type": "object",
      "properties": {
       "text": {
        "type": "string"
       },
       "span": {
        "type": "array",
        "items": {
         "type": "integer",
         "minimum": 0
        },
        "minItems": 2,
        "maxItems": 2
       },
       "start": {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
       },
       "end": {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
       },
       "duration": {
        "type": "string"
       },
       "inferred": {
        "enum": [
         true
        ]
       }
      },
      "required": [],
      "additionalProperties": false
     },
     "status": {
      "enum": [
       "reported",
       "forecast",
       "target",
       "estimate",
       "hypothetical"
      ]
     },
     "negated": {
      "enum": [
       true
      ]
     },
     "attribution": {
      "type": "object",
      "properties": {
       "speaker": {
        "type": "string"
       },
       "role": {
        "type": "string"
       },
       "verb": {
        "type": "string"
       },
       "quoted": {
        "enum": [
         true
        ]
       },
       "inferred": {
        "enum": [
         true
        ]
       },
       "span": {
        "type": "array",
        "items": {
         "type": "integer",
         "minimum": 0
        },
        "minItems": 2,
        "maxItems": 2
       }
      },
      "required": [
       "speaker"
      ],
      "additionalProperties": false
     },
     "links": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "rel": {
         "enum": [
          "equivalent",
          "delta_of",
          "old_level_of",
          "new_level_of",
          "part_of",
          "respectively",
          "restates"
         ]
        },
        "fact": {
         "type": "string"
        }
       },
       "required": [
        "rel",
        "fact"
       ],
       "additionalProperties": false
      }
     },
     "rules": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "score": {
      "type": "number",
      "minimum": 0,
      "maximum": 1
     }
    },
    "required": [
     "id",
     "section",
     "sentence",
     "quantity",
     "status",
     "rules",
     "score"
    ],
    "additionalProperties": false
   }
  },
  "entities": {
   "type": "array",
   "items": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string"
     },
     "name": {
      "type": "string"
     },
     "type": {
      "enum": [
       "organization",
       "place",
       "product",
       "person",
       "other"
      ]
     },
     "ids": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      }
     },
     "aliases": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "mentions": {
      "type": "array",
      "items": {
       "type": "array",
       "items": {
        "type": "integer",
        "minimum": 0
       },
       "minItems": 2,
       "maxItems": 2
      }
     }
    },
    "required": [
     "id",
     "name",
     "type",
     "mentions"
    ],
    "additionalProperties": false
   }
  },
  "times": {
   "type": "array",
   "items": {
    "type": "object",
    "properties": {
     "text": {
      "type": "string"
     },
     "span": {
      "type": "array",
      "items": {
       "type": "integer",
       "minimum": 0
      },
      "minItems": 2,
      "maxItems": 2
     },
     "type": {
      "enum": [
       "date",
       "period",
       "duration",
       "set"
      ]
     },
     "start": {
      "type": "string",
      "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
     },
     "end": {
      "type": "string",
      "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
     }
    },
    "required": [
     "text",
     "span",
     "type"
    ],
    "additionalProperties": false
   }
  },
  "warnings": {
   "type": "array",
   "items": {
    "type": "object",
    "properties": {
     "code": {
      "type": "string"
     },
     "message": {
      "type": "string"
     },
     "span": {
      "type": "array",
      "items": {
       "type": "integer",
       "minimum": 0
      },
      "minItems": 2,
      "maxItems": 2
     }
    },
    "required": [
     "code",
     "message"
    ],
    "additionalProperties": false
   }
  },
  "engine": {
   "type": "object",
   "properties": {
    "version": {
     "type": "string"
    },
    "rules": {
     "type": "string"
    }
   },
   "required": [
    "version",
    "rules"
   ],
   "additionalProperties": false
  }
 },
 "required": [
  "schema",
  "document",
  "facts",
  "entities",
  "warnings",
  "engine"
 ],
 "additionalProperties": false
})schema";
}

std::string_view fact_schema() {
  return R"schema({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "$id": "urn:figmine:fact:1",
 "title": "A fact of figmine, version 1",
 "type": "object",
 "properties": {
  "id": {
   "type": "string"
  },
  "claim": {
   "enum": [
    false
   ]
  },
  "class": {
   "enum": [
    "identifier",
    "product",
    "date_part",
    "year",
    "clock_time",
    "phone",
    "address",
    "url",
    "version",
    "law",
    "name",
    "list_number",
    "ordinal",
    "partitive_one",
    "vague",
    "other"
   ]
  },
  "section": {
   "enum": [
    "headline",
    "lede",
    "body",
    "quote",
    "list",
    "table",
    "boilerplate"
   ]
  },
  "sentence": {
   "type": "object",
   "properties": {
    "text": {
     "type": "string"
    },
    "span": {
     "type": "array",
     "items": {
      "type": "integer",
      "minimum": 0
     },
     "minItems": 2,
     "maxItems": 2
    }
   },
   "required": [
    "span"
   ],
   "additionalProperties": false
  },
  "quantity": {
   "type": "object",
   "properties": {
    "text": {
     "type": "string"
    },
    "span": {
     "type": "array",
     "items": {
      "type": "integer",
      "minimum": 0
     },
     "minItems": 2,
     "maxItems": 2
    },
    "kind": {
     "enum": [
      "money",
      "count",
      "percent",
      "percentage_points",
      "basis_points",
      "measure",
      "multiple",
      "fraction",
      "ratio",
      "rank",
      "index",
      "duration",
      "age",
      "temperature",
      "score",
      "number"
     ]
    },
    "op": {
     "enum": [
      "=",
      ">",
      ">=",
      "<",
      "<=",
      ".."
     ]
    },
    "approx": {
     "enum": [
      true
     ]
    },
    "cue": {
     "type": "string"
    },
    "value": {
     "type": "number"
    },
    "low": {
     "type": "number"
    },
    "high": {
     "type": "number"
    },
    "fraction": {
     "type": "array",
     "items": {
      "type": "integer"
     },
     "minItems": 2,
     "maxItems": 2
    },
    "uncertainty": {
     "type": "number"
    },
    "significant_digits": {
     "type": "integer"
    },
    "unit": {
     "type": "object",
     "properties": {
      "text": {
       "type": "string"
      },
      "name": {
       "type": "string"
      },
      "code": {
       "type": "string"
      },
      "system": {
       "enum": [
        "ucum",
        "iso4217"
       ]
      },
      "per": {
       "type": "string"
      },
      "candidates": {
       "type": "array",
       "items": {
        "type": "object",
        "properties": {
         "name": {
          "type": "string"
         },
         "code": {
          "type": "string"
         },
         "evidence": {
          "type": "string"
         }
        },
        "required": [
         "code"
        ],
        "additionalProperties": false
       }
      }
     },
     "required": [],
     "additionalProperties": false
    },
    "si": {
     "type": "object",
     "properties": {
      "value": {
       "type": "number"
      },
      "unit": {
       "type": "string"
      }
     },
     "required": [
      "value",
      "unit"
     ],
     "additionalProperties": false
    }
   },
   "required": [
    "text",
    "span",
    "kind",
    "op"
   ],
   "additionalProperties": false
  },
  "measure": {
   "type": "object",
   "properties": {
    "text": {
     "type": "string"
    },
    "head": {
     "type": "string"
    },
    "span": {
     "type": "array",
     "items": {
      "type": "integer",
      "minimum": 0
     },
     "minItems": 2,
     "maxItems": 2
    }
   },
   "required": [
    "text"
   ],
   "additionalProperties": false
  },
  "subject": {
   "type": "object",
   "properties": {
    "text": {
     "type": "string"
    },
    "name": {
     "type": "string"
    },
    "type": {
     "enum": [
      "organization",
      "place",
      "product",
      "person",
      "other"
     ]
    },
    "entity": {
     "type": "string"
    },
    "span": {
     "type": "array",
     "items": {
      "type": "integer",
      "minimum": 0
     },
     "minItems": 2,
     "maxItems": 2
    }
   },
   "required": [
    "text"
   ],
   "additionalProperties": false
  },
  "share_of": {
   "type": "object",
   "properties": {
    "text": {
     "type": "string"
    },
    "span": {
     "type": "array",
     "items": {
      "type": "integer",
      "minimum": 0
     },
     "minItems": 2,
     "maxItems": 2
    }
   },
   "required": [
    "text"
   ],
   "additionalProperties": false
  },
  "change": {
   "type": "object",
   "properties": {
    "direction": {
     "enum": [
      "up",
      "down",
      "flat"
     ]
    },
    "role": {
     "enum": [
      "by",
      "to",
      "from"
     ]
    },
    "basis": {
     "enum": [
      "year_on_year",
      "quarter_on_quarter",
      "month_on_month",
      "since",
      "versus"
     ]
    },
    "baseline": {
     "type": "object",
     "properties": {
      "text": {
       "type": "string"
      },
      "start": {
       "type": "string",
       "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
      },
      "end": {
       "type": "string",
       "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
      }
     },
     "required": [
      "text"
     ],
     "additionalProperties": false
    }
   },
   "required": [
    "role"
   ],
   "additionalProperties": false
  },
  "period": {
   "type": "object",
   "properties": {
    "text": {
     "type": "string"
    },
    "span": {
     "type": "array",
     "items": {
      "type": "integer",
      "minimum": 0
     },
     "minItems": 2,
     "maxItems": 2
    },
    "start": {
     "type": "string",
     "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    },
    "end": {
     "type": "string",
     "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    },
    "duration": {
     "type": "string"
    },
    "inferred": {
     "enum": [
      true
     ]
    }
   },
   "required": [],
   "additionalProperties": false
  },
  "status": {
   "enum": [
    "reported",
    "forecast",
    "target",
    "estimate",
    "hypothetical"
   ]
  },
  "negated": {
   "enum": [
    true
   ]
  },
  "attribution": {
   "type": "object",
   "properties": {
    "speaker": {
     "type": "string"
    },
    "role": {
     "type": "string"
    },
    "verb": {
     "type": "string"
    },
    "quoted": {
     "enum": [
      true
     ]
    },
    "inferred": {
     "enum": [
      true
     ]
    },
    "span": {
     "type": "array",
     "items": {
      "type": "integer",
      "minimum": 0
     },
     "minItems": 2,
     "maxItems": 2
    }
   },
   "required": [
    "speaker"
   ],
   "additionalProperties": false
  },
  "links": {
   "type": "array",
   "items": {
    "type": "object",
    "properties": {
     "rel": {
      "enum": [
       "equivalent",
       "delta_of",
       "old_level_of",
       "new_level_of",
       "part_of",
       "respectively",
       "restates"
      ]
     },
     "fact": {
      "type": "string"
     }
    },
    "required": [
     "rel",
     "fact"
    ],
    "additionalProperties": false
   }
  },
  "rules": {
   "type": "array",
   "items": {
    "type": "string"
   }
  },
  "score": {
   "type": "number",
   "minimum": 0,
   "maximum": 1
  }
 },
 "required": [
  "id",
  "section",
  "sentence",
  "quantity",
  "status",
  "rules",
  "score"
 ],
 "additionalProperties": false
})schema";
}
// clang-format on

}  // namespace figmine
