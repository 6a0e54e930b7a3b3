package org.gongkai.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import org.gongkai.model.Unit;
import org.gongkai.model.Validity;
import tools.jackson.core.JsonGenerator;

/**
 * Writes which documents have which value of each facet, as runs of neighbours: the index is sorted
 * so that they are few. Units have a file each, since a reader asks for one of them.
 */
final class FacetFiles {
    private final List<Notice> documents;
    private final Map<String, String> unitNames;

    FacetFiles(Site site, List<Notice> documents) {
        this.documents = documents;
        this.unitNames =
                site.units().units().stream()
                        .collect(
                                Collectors.toMap(
                                        Unit::code,
                                        Unit::name,
                                        (first, second) -> first,
                                        LinkedHashMap::new));
    }

    void write(ShardFolder files) {
        Map<Facet, SortedMap<String, Runs>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            facets.put(facet, values(facet));
        }
        String all =
                SearchExport.json(
                        json -> {
                            for (Facet facet : Facet.values()) {
                                json.writeArrayPropertyStart(facet.field());
                                facets.get(facet)
                                        .forEach(
                                                (value, runs) ->
                                                        writeValue(json, facet, value, runs));
                                json.writeEndArray();
                            }
                        });
        files.write("facets.bin", all);
        List<Runs> units = new ArrayList<>(facets.get(Facet.UNIT).values());
        for (int i = 0; i < units.size(); i++) {
            Runs runs = units.get(i);
            files.write("u/" + i + ".bin", SearchExport.array(runs::writeNumbers));
        }
        String together = SearchExport.array(json -> units.forEach(runs -> runs.writeArray(json)));
        files.write("units.bin", together);
    }

    private void writeValue(JsonGenerator json, Facet facet, String value, Runs runs) {
        json.writeStartArray();
        json.writeString(value);
        json.writeString(label(facet, value));
        if (facet == Facet.UNIT) {
            SearchExport.writeTexts(json, List.of());
        } else {
            runs.writeArray(json);
        }
        json.writeEndArray();
    }

    private String label(Facet facet, String value) {
        return switch (facet) {
            case VALIDITY -> Validity.valueOf(value).label();
            case UNIT -> unitNames.getOrDefault(value, value);
            case PUBLISHER, SUBJECT, YEAR, KIND -> value;
        };
    }

    /** The values that occur: years from the newest, units as in the register, others in order. */
    private SortedMap<String, Runs> values(Facet facet) {
        List<String> units = List.copyOf(unitNames.keySet());
        Comparator<String> order =
                switch (facet) {
                    case YEAR -> Comparator.reverseOrder();
                    case VALIDITY -> Comparator.comparing(Validity::valueOf);
                    case UNIT -> Comparator.comparingInt(units::indexOf);
                    case PUBLISHER, SUBJECT, KIND -> Comparator.naturalOrder();
                };
        SortedMap<String, Runs> values = new TreeMap<>(order);
        for (int i = 0; i < documents.size(); i++) {
            for (String value : facet.values(documents.get(i))) {
                values.computeIfAbsent(value, any -> new Runs()).add(i);
            }
        }
        return values;
    }

    /** Documents by rising number, as stretches of neighbours. */
    private static final class Runs {
        /** Starts and ends, the ends not included. */
        private int[] bounds = new int[4];

        private int size;

        void add(int document) {
            if (size > 0 && bounds[size - 1] >= document) {
                bounds[size - 1] = document + 1;
                return;
            }
            if (size == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * size);
            }
            bounds[size++] = document;
            bounds[size++] = document + 1;
        }

        /** How far from the end of the one before, and how long, each. */
        void writeNumbers(JsonGenerator json) {
            int before = 0;
            for (int i = 0; i < size; i++) {
                json.writeNumber(bounds[i] - before);
                before = bounds[i];
            }
        }

        void writeArray(JsonGenerator json) {
            json.writeStartArray();
            writeNumbers(json);
            json.writeEndArray();
        }
    }
}
