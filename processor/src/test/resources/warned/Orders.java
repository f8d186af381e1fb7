package warned;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;

class Orders {
    static class Linear {
        @Shape({2, 2}) @Normal float[] w;
    }

    static class Numbered {
        final int number;
        @Shape({2, 2}) @Normal float[] w;

        Numbered(int number) {
            this.number = number;
        }

        @Override
        public int hashCode() {
            return number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbered n && n.number == number;
        }
    }

    enum Part {
        HEAD
    }

    static final class Key {
        @Override
        public String toString() {
            return "key";
        }
    }

    static final class Nameless {
        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Nameless;
        }
    }

    record Place(int row) {}

    @InitWeights
    static class Wrong {
        // warning at `declared = new HashSet<>();`: declared: a HashSet of Linear, which has Object's hashCode, so order and names change from run to run; use a List or LinkedHashSet [IdentityOrder]
        final HashSet<Linear> declared = new HashSet<>();
        // warning at `made = new HashSet<>();`: made: a HashSet of Linear, which has Object's hashCode, so order and names change from run to run; use a List or LinkedHashSet [IdentityOrder]
        final Set<Linear> made = new HashSet<>();
        // warning at `collection = new java.util.Has`: collection: a HashSet of Linear, which has Object's hashCode, so order and names change from run to run; use a List or LinkedHashSet [IdentityOrder]
        final Collection<Linear> collection = new java.util.HashSet<Linear>();
        // warning at `byKey = new HashMap<>();`: byKey: a HashMap with keys of Key, which has Object's hashCode, so the order changes from run to run; use a LinkedHashMap [IdentityOrder]
        final Map<Key, Linear> byKey = new HashMap<>();
        // warning at `byPart = new HashMap<>();`: byPart: a HashMap with keys of Part, which has an enum's hashCode, so the order changes from run to run; use an EnumMap or LinkedHashMap [IdentityOrder]
        final Map<Part, Linear> byPart = new HashMap<>();
        // warning at `nameless = new LinkedHashMap<>`: nameless: its keys are Nameless, which has Object's toString, so names change from run to run; give Nameless a toString, or use a String as key [IdentityOrder]
        final Map<Nameless, Linear> nameless = new LinkedHashMap<>();
    }

    @InitWeights
    static class Right {
        final Set<Linear> linked = new LinkedHashSet<>();
        final Set<Linear> given;
        final Set<Numbered> numbered = new HashSet<>();
        final Map<String, Linear> byText = new HashMap<>();
        final Map<Key, Linear> ordered = new LinkedHashMap<>();
        final Map<Part, Linear> parts = new EnumMap<>(Part.class);
        final Map<Place, Linear> places = new HashMap<>();
        final Map<Object, Linear> objects = new TreeMap<>();
        final List<Linear> list = List.of();
        @SuppressWarnings("initweights:IdentityOrder") final Set<Linear> meant = new HashSet<>();

        Right(Set<Linear> given) {
            this.given = given;
        }
    }
}
