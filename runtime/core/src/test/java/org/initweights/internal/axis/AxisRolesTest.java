package org.initweights.internal.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Layout.IN_OUT_SPATIAL;
import static org.initweights.Layout.OUT_IN_SPATIAL;
import static org.initweights.Layout.SPATIAL_IN_OUT;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.initweights.Axes;
import org.initweights.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisRolesTest {

    private static final AxisRoles<Integer> USUAL = AxisRoles.USUAL;

    /** By the names of the layouts: which letters stand where. */
    @ParameterizedTest
    @CsvSource({
        "OUT_IN_SPATIAL, 0, oi",
        "OUT_IN_SPATIAL, 0, oiss",
        "OUT_IN_SPATIAL, 2, bboiss",
        "SPATIAL_IN_OUT, 0, io",
        "SPATIAL_IN_OUT, 0, sssio",
        "SPATIAL_IN_OUT, 1, bssio",
        "IN_OUT_SPATIAL, 0, io",
        "IN_OUT_SPATIAL, 0, ioss",
        "IN_OUT_SPATIAL, 3, bbbios"
    })
    void layoutsSayWhereTheAxesAre(Layout layout, int stacked, String letters) {
        AxisRoles<Integer> roles = USUAL.with(layout).withStacked(stacked);
        int rank = letters.length();
        assertThat(roles.inAxes(rank)).isEqualTo(places(letters, 'i'));
        assertThat(roles.outAxes(rank)).isEqualTo(places(letters, 'o'));
        assertThat(roles.kernelAxes(rank)).isEqualTo(places(letters, 's'));
    }

    private static List<Integer> places(String letters, char letter) {
        return IntStream.range(0, letters.length())
                .filter(i -> letters.charAt(i) == letter)
                .boxed()
                .toList();
    }

    @Test
    void axesGoBeforeTheLayout() {
        AxisRoles<Integer> roles = USUAL.with(SPATIAL_IN_OUT).with(new Axes(List.of(3, 0), List.of(1), List.of(4)));
        assertThat(roles.inAxes(6)).containsExactly(3, 0);
        assertThat(roles.outAxes(6)).containsExactly(1);
        assertThat(roles.kernelAxes(6)).containsExactly(2, 5);
    }

    @Test
    void eachRoleIsChangedAlone() {
        AxisRoles<Integer> all =
                USUAL.with(IN_OUT_SPATIAL).withGroups(2).withPacked(3).withStacked(4);
        assertThat(all).isEqualTo(new AxisRoles<>(IN_OUT_SPATIAL, Optional.empty(), 2, 3, 4));
        assertThat(all.map(count -> "" + count))
                .isEqualTo(new AxisRoles<>(IN_OUT_SPATIAL, Optional.empty(), "2", "3", 4));
        assertThat(all.with(OUT_IN_SPATIAL)).isEqualTo(new AxisRoles<>(OUT_IN_SPATIAL, Optional.empty(), 2, 3, 4));
    }

    @Test
    void knowsWhatIsSaidBesideAxes() {
        assertThat(USUAL.saysMoreThanAxes()).isFalse();
        assertThat(USUAL.with(new Axes(List.of(0), List.of(1), List.of())).saysMoreThanAxes())
                .isFalse();
        assertThat(USUAL.with(SPATIAL_IN_OUT).saysMoreThanAxes()).isTrue();
        assertThat(USUAL.withGroups(2).saysMoreThanAxes()).isTrue();
        assertThat(USUAL.withPacked(2).saysMoreThanAxes()).isTrue();
        assertThat(USUAL.withStacked(1).saysMoreThanAxes()).isTrue();
    }
}
