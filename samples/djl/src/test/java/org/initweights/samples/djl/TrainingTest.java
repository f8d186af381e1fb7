package org.initweights.samples.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.initweights.samples.djl.Training.Result;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TrainingTest {

    private static Result train(int layers, Start start, int epochs) throws IOException {
        return new Training(epochs, 0.003f)
                .train(Network.perceptron(layers, 64), start, Digits.read(), done -> {}, trained -> {});
    }

    @Test
    void aDeepNetworkLearnsFromKaimingsStartAndNotFromZeros() throws IOException {
        assertThat(train(30, Start.KAIMING, 8).loss()).isLessThan(1.8);
        assertThat(train(30, Start.ALL_ZEROS, 8).losses())
                .allSatisfy(loss -> assertThat(loss).isCloseTo(Math.log(10), within(0.01)));
    }

    @Test
    void theCurveOfThePictureIsAtTheLosses() throws Exception {
        Map<Start, Result> results = new EnumMap<>(Start.class);
        results.put(Start.XAVIER, new Result(List.of(2.5, 1.25, 0.0), 0.5));
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new LossChart(results).svg())));
        Element curve = (Element) svg.getElementsByTagName("polyline").item(0);
        String[] points = curve.getAttribute("points").split(" ");
        assertThat(points).hasSize(3);
        double top = y(points[0]);
        double bottom = y(points[2]);
        assertThat(y(points[1])).isCloseTo((top + bottom) / 2, within(0.1));
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("Xavier normal", "ends at 0.000, test 50 % right");
    }

    private static double y(String point) {
        return Double.parseDouble(point.split(",")[1]);
    }
}
