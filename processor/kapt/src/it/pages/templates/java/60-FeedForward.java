package readme.widths;

import org.initweights.annotation.Formula;
import org.initweights.annotation.Shape;
import org.initweights.recipe.MupBranchHidden;
import org.initweights.recipe.MupBranchVector;

// snippet of runtime/docs/guide/widths.md
