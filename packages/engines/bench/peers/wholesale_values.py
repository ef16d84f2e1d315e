"""Values the unseen 30 % of VINs of the wholesale file with scikit-learn and xgboost, without the guide price.

Usage: wholesale_values.py FOLDER_OF_THE_DATA. The split is that of valuation.bench.ts: a hash of the VIN modulo 10.
"""
import sys

import numpy as np
import pandas as pd
import xgboost
from sklearn.ensemble import HistGradientBoostingRegressor
from vin_split import is_held

rows = pd.read_csv(f"{sys.argv[1]}/wholesale_auctions.csv.gz")
rows = rows[rows.sellingprice >= 1]
held = rows.vin.map(is_held).to_numpy()
two_models = rows.model.str.lower().isin(["camry", "odyssey"]).to_numpy()
names = ["make", "model", "trim", "body", "transmission", "state", "color", "interior", "seller"]
features = pd.DataFrame(
    {
        "year": rows.year,
        "miles": rows.odometer,
        "condition": rows.condition.where(rows.condition <= 5, rows.condition / 10),
        "day": pd.to_datetime(rows.sale_date).astype("int64") / 86_400e9,
    }
)
for name in names:
    # The 250 most frequent words of the train rows: the trees hold at most 255 categories.
    frequent = rows.loc[~held, name].value_counts().index[:250]
    features[name] = pd.Categorical(rows[name], categories=frequent).codes.astype(float)
    features.loc[features[name] < 0, name] = np.nan
target = np.log(rows.sellingprice.to_numpy())
categorical = [name in names for name in features.columns]

peers = {
    "scikit-learn HGB, absolute error, 500 x 63": HistGradientBoostingRegressor(
        loss="absolute_error", max_iter=500, max_leaf_nodes=63, learning_rate=0.05, categorical_features=categorical
    ),
    "xgboost hist, 800 x 63": xgboost.XGBRegressor(
        n_estimators=800, max_leaves=63, grow_policy="lossguide", tree_method="hist", learning_rate=0.05,
        min_child_weight=5, subsample=0.8, colsample_bytree=0.7, n_jobs=1
    ),
}


def line(name, predicted):
    error = np.abs(predicted / rows.sellingprice - 1).to_numpy()[held]
    both = two_models[held]
    parts = [100 * np.median(part) for part in (error, error[both], error[~both])]
    print(f"| {name} | {parts[0]:.2f} % | {parts[1]:.2f} % | {parts[2]:.2f} % |", flush=True)


print(f"{held.sum()} of {len(rows)} rows held back\n\n| | all | Camry and Odyssey | others |\n|---|---|---|---|")
line("guide (`mmr`)", rows.mmr.to_numpy())
for name, peer in peers.items():
    peer.fit(features[~held], target[~held])
    line(name, np.exp(peer.predict(features)))
