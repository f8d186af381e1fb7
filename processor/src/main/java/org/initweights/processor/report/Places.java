package org.initweights.processor.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.initweights.processor.model.Place;

/** Which place in the source each key of a model's records stands for. */
public final class Places {

    private final List<SourcePlace> places = new ArrayList<>();
    private final Map<SourcePlace, Place> keys = new HashMap<>();

    /** The key of a place; equal places have one key. */
    public Place keep(SourcePlace place) {
        return keys.computeIfAbsent(place, added -> {
            places.add(added);
            return new Place(places.size() - 1);
        });
    }

    /** The key of an element. */
    public Place keep(Element element) {
        return keep(SourcePlace.of(element));
    }

    SourcePlace find(Place place) {
        return places.get(place.key());
    }

    Element element(Place place) {
        return find(place).element();
    }
}
