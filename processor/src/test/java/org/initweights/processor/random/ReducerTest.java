package org.initweights.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReducerTest {

    @Test
    void leavesOutAllThatTheFailureDoesNotNeed() {
        List<Piece> fields = IntStream.range(0, 20)
                .mapToObj(i -> Piece.of("int f" + i + "; "))
                .toList();
        Piece nested = new Piece("class Inner { ", fields, "} ");
        Piece model = new Piece("class Model { ", List.of(fields.get(3), nested, fields.get(7)), "}");
        Reducer reducer = new Reducer(
                piece -> piece.text().contains("f12;") && piece.text().contains("f7;"));
        assertThat(reducer.reduce(model).text()).isEqualTo("class Model { class Inner { int f7; int f12; } }");
    }

    @Test
    void keepsWhatCannotBeSmaller() {
        Piece model = new Piece("class Model { ", List.of(Piece.of("int a; ")), "}");
        assertThat(new Reducer(piece -> piece.text().contains("a")).reduce(model))
                .isNotEqualTo(model);
        assertThat(new Reducer(piece -> piece.text().contains("int a")).reduce(model))
                .isEqualTo(model);
    }
}
