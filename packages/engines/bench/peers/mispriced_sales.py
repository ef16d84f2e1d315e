"""Scores planted mispricing among the unseen 30 % of VINs of the wholesale file with scikit-learn: residual over interval width.

Usage: mispriced_sales.py FOLDER_OF_THE_DATA [plausible]. Splits, shares and factors are those of mispricing.bench.ts, the draws are numpy's.
"""
import sys

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from vin_split import text_hash

SEEDS = 20
LEAST_WIDTH = 0.03

rows = pd.read_csv(f"{sys.argv[1]}/wholesale_auctions.csv.gz")
rows = rows[rows.sellingprice > 0]
if sys.argv[2:] == ["plausible"]:
    rows = rows[(rows.sellingprice >= 1_000) & rows.condition.notna() & rows.odometer.between(100, 400_000)]
rows = rows.reset_index(drop=True)
two_models = rows.model.str.lower().isin(["camry", "odyssey"]).to_numpy()
names = ["make", "model", "trim", "body", "transmission", "state", "color", "interior", "seller"]
target = np.log(rows.sellingprice.to_numpy())


def features_of(held):
    table = pd.DataFrame(
        {
            "year": rows.year,
            "miles": rows.odometer,
            "condition": rows.condition.where(rows.condition <= 5, rows.condition / 10),
            "day": pd.to_datetime(rows.sale_date).astype("int64") / 86_400e9,
        }
    )
    for name in names:
        frequent = rows.loc[~held, name].value_counts().index[:250]
        table[name] = pd.Categorical(rows[name], categories=frequent).codes.astype(float)
        table.loc[table[name] < 0, name] = np.nan
    return table


def average_precision(scores, planted):
    hits = planted[np.argsort(-scores, kind="stable")]
    return (hits * np.cumsum(hits) / np.arange(1, len(hits) + 1)).sum() / hits.sum()


results = []
for split in "abc":
    held = np.array([text_hash(split + str(vin)) % 10 >= 7 for vin in rows.vin])
    features = features_of(held)
    categorical = [name in names for name in features.columns]

    def fit(**loss):
        trees = HistGradientBoostingRegressor(
            max_iter=300, max_leaf_nodes=31, learning_rate=0.06, categorical_features=categorical, **loss
        )
        return trees.fit(features[~held], target[~held]).predict(features[held])

    middle = fit(loss="absolute_error")
    width = np.maximum(LEAST_WIDTH, fit(loss="quantile", quantile=0.95) - fit(loss="quantile", quantile=0.05))
    price, two = np.exp(target[held]), two_models[held]
    figures = []
    for factor in (0.6, 0.75):
        found = []
        for seed in range(SEEDS):
            random = np.random.default_rng(seed)
            drawn = random.permutation(held.sum())[: round(0.02 * held.sum())]
            moved, planted = price.copy(), np.zeros(held.sum())
            moved[drawn] *= np.where(random.random(len(drawn)) < 0.5, factor, 1 / factor)
            moved[drawn] = np.maximum(50, np.round(moved[drawn] / 50) * 50)
            planted[drawn] = 1
            scores = np.abs(np.log(moved) - middle) / width
            found.append([average_precision(scores, planted), average_precision(scores[two], planted[two])])
        figures.extend(np.mean(found, axis=0))
    results.append(figures)
    print(split, np.round(figures, 3), flush=True)
print("mean", np.round(np.mean(results, axis=0), 3))
