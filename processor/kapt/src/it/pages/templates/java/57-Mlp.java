package readme.widths;

import static org.initweights.Nonlinearity.LINEAR;
import static org.initweights.Nonlinearity.RELU;

import org.initweights.annotation.Activation;
import org.initweights.annotation.Shape;
import org.initweights.annotation.SignalPath;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.MupHidden;
import org.initweights.recipe.MupInput;
import org.initweights.recipe.MupOutput;
import org.initweights.recipe.MupVector;

// snippet of runtime/docs/guide/widths.md
