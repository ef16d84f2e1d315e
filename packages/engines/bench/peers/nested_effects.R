# Fits the nested effects by lme4 and prints what the bench compares, one number a line with its name.
suppressMessages(library(lme4))
data <- read.csv(commandArgs(trailingOnly = TRUE)[1])
started <- proc.time()[["user.self"]]
model <- lmer(y ~ x + (1 | make / model / trim), data = data, REML = FALSE)
seconds <- proc.time()[["user.self"]] - started
put <- function(name, values) cat(paste(name, sprintf("%.12g", values)), sep = "\n")
put("seconds", seconds)
put("fixed", fixef(model))
put("fixedError", sqrt(diag(as.matrix(vcov(model)))))
variances <- as.data.frame(VarCorr(model))
put("make", variances$vcov[variances$grp == "make"])
put("model", variances$vcov[variances$grp == "model:make"])
put("trim", variances$vcov[variances$grp == "trim:(model:make)"])
put("noise", variances$vcov[variances$grp == "Residual"])
effects <- ranef(model, condVar = FALSE)
order_of <- function(table) table[order(as.integer(sub(":.*", "", rownames(table)))), 1]
put("makeEffect", order_of(effects[["make"]]))
put("modelEffect", order_of(effects[["model:make"]]))
put("trimEffect", order_of(effects[["trim:(model:make)"]]))
