package org.initweights.nd4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Hears how the layers of a configuration ask for their weights, however deep a layer keeps its initializers. */
final class CallRecorder {

    /** One call, and the part of the flat vector of parameters that it is for. */
    record Recorded(WeightCall call, INDArray flat) {}

    private final List<IWeightInit> configured = new ArrayList<>();
    private final List<Recorded> calls = new ArrayList<>();

    /** Stands for an initializer while a configuration is copied. */
    private record Place(int index) implements Serializable {}

    /**
     * A deep copy of a configuration, whose initializers write nothing and are heard here.
     *
     * @throws IOException if the configuration cannot be copied
     * @throws ReflectiveOperationException if a class of the configuration cannot be found
     */
    NeuralNetConfiguration copy(NeuralNetConfiguration configuration) throws IOException, ReflectiveOperationException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new Writer(bytes)) {
            writer.writeObject(configuration);
        }
        ClassLoader classes = configuration.getLayer().getClass().getClassLoader();
        try (Reader reader = new Reader(new ByteArrayInputStream(bytes.toByteArray()), classes)) {
            return (NeuralNetConfiguration) reader.readObject();
        }
    }

    /** What was heard, in the order of the calls. */
    List<Recorded> calls() {
        return calls;
    }

    private final class Writer extends ObjectOutputStream {

        Writer(OutputStream bytes) throws IOException {
            super(bytes);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object object) {
            if (object instanceof IWeightInit init) {
                configured.add(init);
                return new Place(configured.size() - 1);
            }
            return object;
        }
    }

    private final class Reader extends ObjectInputStream {

        private final ClassLoader classes;

        Reader(InputStream bytes, ClassLoader classes) throws IOException {
            super(bytes);
            this.classes = classes;
            enableResolveObject(true);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, classes);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }

        @Override
        protected Object resolveObject(Object object) {
            return object instanceof Place place ? new Listener(configured.get(place.index())) : object;
        }
    }

    /** In the place of an initializer. */
    @SuppressWarnings("serial")
    private final class Listener implements IWeightInit {

        private final IWeightInit original;

        Listener(IWeightInit original) {
            this.original = original;
        }

        @Override
        public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
            calls.add(new Recorded(WeightCall.of(original, fanIn, fanOut, shape), paramView));
            return paramView.reshape(order, shape);
        }
    }
}
