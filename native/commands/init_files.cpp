#include "native/commands/init_files.hpp"

#include <array>

namespace dealwright::native {
namespace {

constexpr std::array files{
    InitFile{"README.md", R"document(# My programme

Price books, guardrails, partners, customers and deals, one document a file. All figures are illustrative.

| Folder | What is in it |
| --- | --- |
| `price_books/` | what can be sold, at what price and cost |
| `guardrails/` | the rules that hold deals inside bounds |
| `partners/`, `brands/` | who sells, and the brand that customers see |
| `customers/` | whom it is sold to, with the facts that size a deployment |
| `deals/` | what a partner offers a customer |

Try these here:

```
dealwright check
dealwright run --deal alpine-outdoor-growth
dealwright quote alpine-outdoor-growth
dealwright explain alpine-outdoor-growth gross_margin
dealwright solve nordic-home-growth --metric gross_margin --target 45% --lever deal_discount
```

Set `"discount"` of a deal to 0.3 and check again: a guardrail fails, and the message names what clears it.
)document"},
    InitFile{"programme.json", R"document({
  "dealwright": 1,
  "kind": "programme",
  "id": "my-programme",
  "name": "My programme"
}
)document"},
    InitFile{"brands/studio.json", R"document({
  "dealwright": 1,
  "kind": "brand",
  "id": "studio",
  "name": "Studio Commerce Cloud",
  "accent": "#0b6e99",
  "legal": "Studio Ltd. Prices net of value added tax. Illustrative figures, not an offer.",
  "contact": "hello@studio.example"
}
)document"},
    InitFile{"partners/studio.json", R"document({
  "dealwright": 1,
  "kind": "partner",
  "id": "studio",
  "name": "Studio",
  "type": "digital_agency",
  "offer_model": "white_label",
  "country": "DE",
  "brand": "studio",
  "roles": [{"role": "consultant", "currency": "EUR", "hourly_cost": "60.00"}]
}
)document"},
    InitFile{"customers/alpine-outdoor.json", R"document({
  "dealwright": 1,
  "kind": "customer",
  "id": "alpine-outdoor",
  "name": "Alpine Outdoor",
  "segment": "direct_to_consumer",
  "country": "AT",
  "currency": "EUR",
  "partner": "studio",
  "profile": {
    "orders_per_month": 4200,
    "average_order_value": "85.00",
    "peak_factor": 2.5,
    "products": 3000,
    "sales_channels": 2,
    "integrations": 3,
    "warehouses": 1,
    "storage_gb": 40,
    "tickets_per_month": 9,
    "users": 14
  }
}
)document"},
    InitFile{"customers/nordic-home.json", R"document({
  "dealwright": 1,
  "kind": "customer",
  "id": "nordic-home",
  "name": "Nordic Home",
  "segment": "mid_market_merchant",
  "country": "SE",
  "currency": "EUR",
  "partner": "studio",
  "profile": {
    "orders_per_month": 16000,
    "average_order_value": "120.00",
    "peak_factor": 2,
    "products": 12000,
    "sales_channels": 4,
    "integrations": 6,
    "warehouses": 2,
    "storage_gb": 160,
    "tickets_per_month": 22,
    "users": 60
  }
}
)document"},
    InitFile{"price_books/standard-2026.json", R"document({
  "dealwright": 1,
  "kind": "price_book",
  "id": "standard-2026",
  "name": "Standard 2026",
  "series": "standard",
  "note": "Illustrative figures, not an offer.",
  "currency": "EUR",
  "effective_from": "2026-01-01",
  "meters": [
    {
      "id": "orders",
      "name": "Orders",
      "unit": "order",
      "follows_peak": true,
      "sizing": {"terms": [{"of": "orders_per_month"}]}
    },
    {
      "id": "tickets",
      "name": "Support tickets",
      "unit": "ticket",
      "sizing": {"terms": [{"of": "tickets_per_month"}]}
    },
    {
      "id": "connected_systems",
      "name": "Connected systems",
      "unit": "integration",
      "bills": "last",
      "sizing": {"terms": [{"of": "integrations"}]}
    }
  ],
  "roles": [
    {"id": "consultant", "name": "Consultant", "hourly_cost": "58.00"},
    {"id": "support", "name": "Support engineer", "hourly_cost": "38.00"}
  ],
  "service_tiers": [
    {
      "id": "growth",
      "name": "Growth",
      "tenancies": ["shared"],
      "uptime": 0.998,
      "rpo_minutes": 360,
      "rto_minutes": 240,
      "response_minutes": 240,
      "critical_response_minutes": 60,
      "backups_per_day": 4,
      "backup_retention_days": 30,
      "restore_tests_per_year": 2,
      "environments": ["staging", "production"]
    }
  ],
  "components": [
    {
      "id": "platform",
      "name": "Commerce ERP platform, any number of users",
      "service_line": "platform",
      "charge": "monthly",
      "price": {"model": "flat", "amount": "690.00"},
      "cost": {"amount": "310.00"}
    },
    {
      "id": "orders",
      "name": "Order processing capacity",
      "service_line": "infrastructure",
      "charge": "monthly",
      "meter": "orders",
      "included": 5000,
      "price": {
        "model": "graduated",
        "tiers": [{"up_to": 20000, "unit": "0.02", "flat": "90.00"}, {"unit": "0.012"}]
      },
      "cost": {"unit": "0.005"}
    },
    {
      "id": "hosting",
      "name": "Managed hosting",
      "service_line": "managed_hosting",
      "charge": "monthly",
      "price": {"model": "flat", "amount": "280.00"},
      "cost": {"amount": "40.00", "hours": 2, "role": "support"}
    },
    {
      "id": "support",
      "name": "Support retainer",
      "service_line": "support",
      "charge": "monthly",
      "meter": "tickets",
      "included": 10,
      "price": {"model": "graduated", "tiers": [{"unit": "36.00", "flat": "390.00"}]},
      "cost": {"hours": 1, "hours_per_unit": 0.5, "role": "support"}
    },
    {
      "id": "implementation",
      "name": "Implementation",
      "service_line": "implementation",
      "charge": "one_off",
      "delivery_months": 2,
      "price": {"model": "flat", "amount": "9800.00"},
      "cost": {"hours": 95, "role": "consultant"}
    },
    {
      "id": "integration-build",
      "name": "Integration set-up",
      "service_line": "implementation",
      "charge": "one_off",
      "meter": "connected_systems",
      "price": {"model": "per_unit", "unit": "1300.00"},
      "cost": {"hours_per_unit": 12, "role": "consultant"}
    }
  ],
  "packages": [
    {
      "id": "growth",
      "name": "Growth",
      "tenancy": "shared",
      "service_tier": "growth",
      "components": ["platform", "orders", "hosting", "support"],
      "fair_use": [{"meter": "orders", "included": 5000}, {"meter": "tickets", "included": 10}]
    }
  ],
  "discounts": [
    {"id": "term-36", "kind": "term", "from_months": 36, "rate": 0.05},
    {"id": "year-in-advance", "kind": "prepay", "billing": "annual", "rate": 0.03}
  ]
}
)document"},
    InitFile{"guardrails/standard.json", R"document({
  "dealwright": 1,
  "kind": "guardrails",
  "id": "standard",
  "name": "Standard guardrails",
  "rules": [
    {
      "id": "margin",
      "title": "Gross margin of the deal",
      "metric": "gross_margin",
      "min": 0.3,
      "by_role": [{"role": "sales_lead", "min": 0.25}],
      "message": "Under this the deal does not pay for its own delivery.",
      "ways_out": [{"lever": "deal_discount"}, {"lever": "line_discount"}]
    },
    {
      "id": "support-margin",
      "title": "Margin of support",
      "metric": "service_line_margin",
      "min": 0.25,
      "when": [{"metric": "service_line", "one_of": ["support"]}],
      "message": "Support sold under the hours it takes is the most common leak.",
      "ways_out": [
        {"lever": "line_price", "text": "Sell a larger retainer."},
        {"lever": "deal_discount"}
      ]
    },
    {
      "id": "discount",
      "title": "Discount on the whole deal",
      "metric": "effective_discount",
      "max": 0.15,
      "by_role": [{"role": "sales_lead", "max": 0.25}],
      "message": "Discounts over this need the sales lead.",
      "ways_out": [{"lever": "deal_discount"}]
    },
    {
      "id": "peak",
      "title": "Infrastructure pays for its peak",
      "metric": "infrastructure_peak_cover",
      "min": 1.1,
      "message": "The busiest month, not the average, decides what infrastructure costs."
    },
    {"id": "term", "title": "Shortest term", "metric": "term_months", "min": 12},
    {
      "id": "payment",
      "title": "Payment days",
      "severity": "warning",
      "metric": "payment_days",
      "max": 45,
      "message": "Later payment is money lent to the customer."
    }
  ]
}
)document"},
    InitFile{"deals/alpine-outdoor-growth.json", R"document({
  "dealwright": 1,
  "kind": "deal",
  "id": "alpine-outdoor-growth",
  "name": "Alpine Outdoor: one shop, one warehouse",
  "partner": "studio",
  "customer": "alpine-outdoor",
  "price_book": "standard-2026",
  "currency": "EUR",
  "tenancy": "shared",
  "package": "growth",
  "start": "2026-03-01",
  "term_months": 24,
  "lines": [{"component": "implementation"}, {"component": "integration-build"}]
}
)document"},
    InitFile{"deals/nordic-home-growth.json", R"document({
  "dealwright": 1,
  "kind": "deal",
  "id": "nordic-home-growth",
  "name": "Nordic Home: four channels, two warehouses",
  "partner": "studio",
  "customer": "nordic-home",
  "price_book": "standard-2026",
  "currency": "EUR",
  "tenancy": "shared",
  "package": "growth",
  "start": "2026-04-01",
  "term_months": 36,
  "billing": "quarterly",
  "discount": 0.05,
  "uplift": {"rate": 0.03},
  "lines": [
    {"component": "support", "discount": 0.04},
    {"component": "implementation"},
    {"component": "integration-build"}
  ]
}
)document"},
};

}  // namespace

std::span<const InitFile> init_files() {
  return files;
}

}  // namespace dealwright::native
