"""Fits the peers of the boosted trees on the same rows with matching settings; prints one JSON list."""
import json
import sys
import time

import numpy as np
import xgboost
from sklearn.ensemble import HistGradientBoostingRegressor

folder, repeats = sys.argv[1], int(sys.argv[2])


def load(name):
    columns = [np.fromfile(f"{folder}/{name}-{index}.f64") for index in range(12)]
    return np.column_stack(columns), np.fromfile(f"{folder}/{name}-target.f64")


train_x, train_y = load("train")
test_x, test_y = load("test")
lines = []
for name, make in (
    (f"scikit-learn HGB", lambda: HistGradientBoostingRegressor(max_iter=200, max_leaf_nodes=31, learning_rate=0.1, min_samples_leaf=20, early_stopping=False)),
    (f"xgboost {xgboost.__version__} hist", lambda: xgboost.XGBRegressor(n_estimators=200, max_leaves=31, max_depth=0, grow_policy="lossguide", learning_rate=0.1, min_child_weight=20, reg_lambda=0, tree_method="hist", n_jobs=1)),
):
    fit = predict = float("inf")
    for _ in range(repeats):
        model = make()
        start = time.process_time()
        model.fit(train_x, train_y)
        fit = min(fit, time.process_time() - start)
        start = time.process_time()
        predicted = model.predict(test_x)
        predict = min(predict, time.process_time() - start)
    error = float(np.sqrt(np.mean((test_y - predicted) ** 2)))
    lines.append({"name": name, "fitSeconds": fit, "predictSeconds": predict, "rootMeanSquaredError": error})
print(json.dumps(lines))
