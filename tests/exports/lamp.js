import { createMachine } from "xstate";

export const config = {
  "initial": "Off",
  "states": {
    "Off": {
      "on": {
        "Switch on.success": {"target": "On", "meta": {"source": "documented", "via": "Warming"}},
        "Switch on.failure": {"target": "Burnt | out", "meta": {"source": "inferred", "via": "Warming"}},
        "=Scrap.success": {"target": "no service", "meta": {"source": "inferred"}},
        "=Scrap.failure": {"actions": "untold"},
        "Power cut.success": {"target": "Off", "meta": {"source": "inferred"}},
        "Power cut.failure": {"target": "Burnt | out", "meta": {"source": "inferred"}}
      }
    },
    "Burnt | out": {
      "on": {
        "Switch on.success": {"actions": "untold"},
        "Switch on.failure": {"actions": "untold"},
        "=Scrap.success": {"target": "no service", "meta": {"source": "inferred"}},
        "=Scrap.failure": {"actions": "untold"},
        "Power cut.success": {"target": "Burnt | out", "meta": {"source": "inferred"}},
        "Power cut.failure": {"target": "Burnt | out", "meta": {"source": "inferred"}},
        "Repair.success": {"target": "Off", "meta": {"source": "inferred"}}
      }
    },
    "On": {
      "on": {
        "Switch off.success": {"target": "Off", "meta": {"source": "documented"}},
        "Switch off.failure": {"target": "On", "meta": {"source": "inferred"}},
        "Dim.success": {"guard": {"type": "conditionMet", "params": {"text": "only if \u003c 5 W, or \"old\""}}, "actions": "untold"},
        "Dim.failure": {"guard": {"type": "conditionMet", "params": {"text": "only if \u003c 5 W, or \"old\""}}, "actions": "untold"},
        "Power cut.success": {"target": "On", "meta": {"source": "inferred"}},
        "Power cut.failure": {"target": "Burnt | out", "meta": {"source": "inferred"}}
      }
    },
    "no service": {
      "on": {
        "Buy.success": {"target": "Off", "meta": {"source": "documented"}}
      }
    }
  }
};

export const machine = createMachine(config, {
  actions: { untold: () => {} },
  guards: { conditionMet: () => false },
});
