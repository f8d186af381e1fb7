package readme.widths;

import org.initweights.annotation.Shape;
import org.initweights.annotation.Tie;
import org.initweights.recipe.MupHidden;
import org.initweights.recipe.MupSharedReadout;

// snippet of runtime/docs/guide/widths.md
